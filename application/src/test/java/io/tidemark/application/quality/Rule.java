package io.tidemark.application.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Something that looks for anomalies in the timings of a simulation. */
interface Rule {
    /** How often rules are run that look at what was recorded, as the daemon does. */
    Duration EVERY = Duration.ofHours(6);

    /** From here on there is history enough for every rule. */
    Instant FIRST_RUN = Simulation.EVENTS_FROM.minus(Duration.ofDays(4));

    String name();

    /** Whether it reports single timings, and not what lasts. */
    boolean ofTimings();

    /** How long what is over may still be told. */
    default Duration memory() {
        return Duration.ofDays(1);
    }

    List<Report> reports(List<Trail> trails);

    /** When it is looked. */
    static List<Instant> runs() {
        return Stream.iterate(FIRST_RUN, at -> !at.isAfter(Simulation.END), at -> at.plus(EVERY))
                .toList();
    }
}
