package io.tidemark.bootstrap.console.overview;

import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.percentile.Distribution;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an operation does now, the worst first. */
public enum Standing {
    OVER_LIMIT("above limit", "critical"),
    RAISED("above normal", "warning"),
    NORMAL("normal", "fine"),
    UNKNOWN("no baseline yet", "unknown"),
    QUIET("no timings lately", "unknown");

    /** The last minutes, which it is about. */
    public static final Duration RECENT = Duration.ofMinutes(5);

    /** With fewer timings a p95 is hardly more than the maximum. */
    private static final long SAMPLES_FOR_A_P95 = 10;

    private final String words;
    private final String tone;

    Standing(String words, String tone) {
        this.words = words;
        this.tone = tone;
    }

    /**
     * Holds the last minutes against the baseline. A p99 of few timings is above the normal p99 every other time, so
     * that raised means: five in a hundred take longer than one in a hundred should.
     */
    public static Standing of(@Nullable Distribution recent, @Nullable Baseline baseline) {
        if (baseline == null) {
            return UNKNOWN;
        }
        if (recent == null) {
            return QUIET;
        }
        if (recent.percentiles().p99() > baseline.thresholdMicros()) {
            return OVER_LIMIT;
        }
        boolean isRaised =
                recent.samples() >= SAMPLES_FOR_A_P95 && recent.percentiles().p95() > baseline.p99Micros();
        return isRaised ? RAISED : NORMAL;
    }

    /** For people, in a few words. */
    public String words() {
        return words;
    }

    /** The name of its colour and shape. */
    public String tone() {
        return tone;
    }
}
