package io.tidemark.bootstrap.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** How busy people are: most in the early afternoon (UTC), little at night and at the week-end. */
final class Rhythm {
    private static final double NIGHT = 0.25;
    private static final double WEEKEND = 0.5;
    private static final double MORE_TIME_WHEN_BUSY = 0.25;
    private static final double BUSIEST_HOUR = 13.5;

    private Rhythm() {}

    /** What part of the busiest hour's work there is: from 0 to 1. */
    static double load(Instant instant) {
        OffsetDateTime time = instant.atOffset(ZoneOffset.UTC);
        double hour = time.getHour() + time.getMinute() / 60.0;
        double wave = (1 + Math.cos(2 * Math.PI * (hour - BUSIEST_HOUR) / 24)) / 2;
        double load = NIGHT + (1 - NIGHT) * wave * wave;
        return time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? load : load * WEEKEND;
    }

    /** How many times as long a run takes as it would if nobody else worked. */
    static double drag(Instant instant) {
        return 1 + MORE_TIME_WHEN_BUSY * load(instant);
    }
}
