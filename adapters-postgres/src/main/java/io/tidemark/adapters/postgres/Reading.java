package io.tidemark.adapters.postgres;

import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;

/**
 * Which roll-ups to read so that each timing of a range is read once: days in one stretch, hours around it as far as the
 * stretch of hours goes, minutes around those; and, within the stretches of hours and days, what is finer and not counted
 * in them yet.
 *
 * @param minutes all that is read
 * @param hours within {@code minutes}
 * @param days within {@code hours}
 */
record Reading(Stretch minutes, Stretch hours, Stretch days) {
    /** Reads levels up to the coarsest that is asked for, and coarser ones where the finer are not kept any more. */
    static Reading of(TimeRange range, Level coarsest, Kept kept) {
        Instant from = kept.firstStart(InstantHandler.known(range.from()));
        Instant to = kept.firstStart(InstantHandler.known(range.to()));
        Stretch minutes = new Stretch(from, to);
        Stretch hours = coarsest == Level.MINUTE ? minutes.before(kept.minutesFrom()) : minutes.whole(Level.HOUR);
        Stretch days = coarsest == Level.DAY ? hours.whole(Level.DAY) : hours.before(kept.hoursFrom());
        return new Reading(minutes, hours, days);
    }

    /**
     * From when on roll-ups are complete: both are starts of days.
     *
     * @param minutesFrom the minutes
     * @param hoursFrom the hours
     */
    record Kept(Instant minutesFrom, Instant hoursFrom) {
        /** The first start, not before an instant, of what is the finest that is kept there. */
        Instant firstStart(Instant instant) {
            return finest(instant).ceiling(instant);
        }

        /** When a roll-up counts as started: with its hour or its day, when all others there are kept no finer. */
        Instant startOf(Instant instant) {
            return finest(instant).floor(instant);
        }

        /** From when on there is anything for steps of whole minutes, hours or days. */
        Instant from(Level step) {
            return switch (step) {
                case MINUTE -> minutesFrom;
                case HOUR -> hoursFrom;
                case DAY -> Instant.MIN;
            };
        }

        private Level finest(Instant instant) {
            if (instant.isBefore(hoursFrom)) {
                return Level.DAY;
            }
            return instant.isBefore(minutesFrom) ? Level.HOUR : Level.MINUTE;
        }
    }
}
