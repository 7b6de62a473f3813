package io.tidemark.bootstrap.settings;

import java.time.Duration;

/**
 * How recordings travel from the buffers to the database.
 *
 * @param maxOperations how many different operations are followed; more are counted and refused
 */
public record RecordingSettings(Duration flushInterval, int maxOperations) {
    static RecordingSettings read(Section section) {
        return new RecordingSettings(
                section.value("flush-interval", Kind.duration("10ms", "1m"), Duration.ofMillis(100)),
                section.value("max-operations", Kind.wholeNumber(1, 1_000_000), 5_000));
    }
}
