package io.tidemark.application.memory;

import java.time.Instant;

/**
 * Which minutes are kept, and how; all numbers are minutes since 1970.
 *
 * @param hoursFrom the first minute that is kept at all
 * @param minutesFrom the first minute that is kept by itself; those before it are kept as whole hours
 * @param until the first minute that lies too far ahead
 */
record Kept(long hoursFrom, long minutesFrom, long until) {
    static final int MINUTES_PER_HOUR = 60;

    /** What overviews and charts of the moment look back. */
    private static final int HOURS_BY_MINUTE = 2;
    /** What a baseline looks back when nobody says otherwise. */
    private static final int DAYS_BY_HOUR = 7;
    /** Room for clocks that disagree; without a bound, wrong clocks could fill the memory. */
    private static final int MINUTES_AHEAD = 60;

    static Kept at(Instant now) {
        long minute = minuteOf(now);
        return new Kept(
                hourOf(minute - DAYS_BY_HOUR * 24L * MINUTES_PER_HOUR),
                hourOf(minute - (long) HOURS_BY_MINUTE * MINUTES_PER_HOUR),
                minute + MINUTES_AHEAD + 1);
    }

    static long minuteOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), 60L);
    }

    /** The first minute that does not start before an instant. */
    static long minuteFrom(Instant instant) {
        long minute = minuteOf(instant);
        return instant.equals(startOf(minute)) ? minute : minute + 1;
    }

    static Instant startOf(long minute) {
        return Instant.ofEpochSecond(minute * 60);
    }

    /** The first minute of the hour. */
    static long hourOf(long minute) {
        return minute - Math.floorMod(minute, (long) MINUTES_PER_HOUR);
    }

    boolean contains(long minute) {
        return minute >= hoursFrom && minute < until;
    }

    /** When the clock is set back, what was folded stays folded. */
    Kept after(Kept before) {
        return new Kept(Math.max(hoursFrom, before.hoursFrom), Math.max(minutesFrom, before.minutesFrom), until);
    }
}
