package io.tidemark.bootstrap.settings;

import java.time.Duration;

/**
 * How the daemon stops.
 *
 * @param grace how long work in hand may take to end
 */
public record ShutdownSettings(Duration grace) {
    static ShutdownSettings read(Section section) {
        return new ShutdownSettings(section.value("grace", Kind.duration("0s", "10m"), Duration.ofSeconds(10)));
    }
}
