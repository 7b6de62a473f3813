package io.tidemark.application.detect;

/**
 * How far back is looked.
 *
 * @param hours for anomalies: from 1 to {@value #MOST_HOURS}
 * @param days for degradation: from 2 to {@value #MOST_DAYS}
 */
public record Windows(int hours, int days) {
    public static final Windows DEFAULT = new Windows(24, 7);

    /** Two weeks: as far as minutes are kept when nobody says otherwise. */
    public static final int MOST_HOURS = 336;

    public static final int MOST_DAYS = 366;

    public Windows {
        if (hours < 1 || hours > MOST_HOURS || days < 2 || days > MOST_DAYS) {
            throw new IllegalArgumentException("hours %d must be from 1 to %d, and days %d from 2 to %d"
                    .formatted(hours, MOST_HOURS, days, MOST_DAYS));
        }
    }

    /** In words. */
    String hoursText() {
        return hours == 1 ? "the last hour" : "the last %d hours".formatted(hours);
    }
}
