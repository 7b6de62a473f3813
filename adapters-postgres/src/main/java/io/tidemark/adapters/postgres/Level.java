package io.tidemark.adapters.postgres;

import java.time.Duration;
import java.time.Instant;

/** By what roll-ups add timings up; each level is a multiple of the one before. */
enum Level {
    MINUTE(60),
    HOUR(60 * 60),
    DAY(24 * 60 * 60);

    private final long seconds;

    Level(long seconds) {
        this.seconds = seconds;
    }

    /** The coarsest level of which a length is a multiple; the finest when it is of none. */
    static Level dividing(Duration length) {
        for (Level level : new Level[] {DAY, HOUR}) {
            if (length.getNano() == 0 && length.getSeconds() % level.seconds == 0) {
                return level;
            }
        }
        return MINUTE;
    }

    Duration length() {
        return Duration.ofSeconds(seconds);
    }

    /** The start of the minute, hour or day (UTC) that an instant lies in. */
    Instant floor(Instant instant) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), seconds) * seconds);
    }

    /** The first start of a minute, hour or day (UTC) that is not before an instant. */
    Instant ceiling(Instant instant) {
        Instant floor = floor(instant);
        return floor.equals(instant) ? floor : floor.plusSeconds(seconds);
    }
}
