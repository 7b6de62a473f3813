package io.tidemark.domain.timing;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How long things are kept. What was counted by the day is kept for ever.
 *
 * @param raw timings themselves, traces and merges
 * @param minutes what was counted by the minute
 * @param hours what was counted by the hour
 */
public record Retention(Duration raw, Duration minutes, Duration hours) {
    /** 30 days, 14 days, 400 days. */
    public static final Retention DEFAULT =
            new Retention(Duration.ofDays(30), Duration.ofDays(14), Duration.ofDays(400));

    /** Clocks disagree, and some are wrong by a day; without a bound they could make partitions of any day. */
    private static final Duration AHEAD = Duration.ofDays(1);

    public Retention {
        requireWholeDays("raw", raw);
        requireWholeDays("minutes", minutes);
        requireWholeDays("hours", hours);
    }

    /**
     * Why a timing cannot be kept: it is older than the raw retention, or lies more than a day ahead.
     *
     * @return a sentence, or empty when it can be kept
     */
    public Optional<String> refusal(Timing timing, Instant now) {
        Instant start = timing.start();
        if (start.isBefore(now.minus(raw))) {
            return Optional.of(
                    "start %s is more than %d days ago: timings are kept no longer".formatted(start, raw.toDays()));
        }
        if (start.isAfter(now.plus(AHEAD))) {
            return Optional.of("start %s is more than a day ahead: is the clock right?".formatted(start));
        }
        return Optional.empty();
    }

    private static void requireWholeDays(String field, Duration length) {
        if (length.toDays() < 1 || !length.equals(Duration.ofDays(length.toDays()))) {
            throw new IllegalArgumentException("%s %s must be one or more whole days".formatted(field, length));
        }
    }
}
