package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.ZoneId;

/**
 * How much has to be known before hours are told apart.
 *
 * @param zone whose clocks tell the hour
 * @param lookback how far back it looks: whole weeks, so that no day of the week counts for more than another
 * @param minSamples how many timings an hour takes
 * @param minDays on how many different days: for an hour of the week, that is as many weeks
 */
public record RhythmPolicy(ZoneId zone, Duration lookback, int minSamples, int minDays) {
    /**
     * Eight weeks in UTC. From 299 samples on, the longest of them lies above the true p99 with 95 % certainty (Hahn and
     * Meeker): with fewer, an hour would alert where it only was lucky so far.
     */
    public static final RhythmPolicy DEFAULT = new RhythmPolicy(ZoneId.of("UTC"), Duration.ofDays(56), 300, 3);

    private static final int DAYS_PER_WEEK = 7;

    public RhythmPolicy {
        requireNonNull(zone, "zone");
        long days = lookback.toDays();
        if (days < DAYS_PER_WEEK || days % DAYS_PER_WEEK != 0 || !lookback.equals(Duration.ofDays(days))) {
            throw new IllegalArgumentException("lookback %s must be one or more whole weeks".formatted(lookback));
        }
        if (minSamples < 1 || minDays < 1) {
            throw new IllegalArgumentException(
                    "minSamples %d and minDays %d must be at least 1".formatted(minSamples, minDays));
        }
    }

    public RhythmPolicy in(ZoneId zone) {
        return new RhythmPolicy(zone, lookback, minSamples, minDays);
    }
}
