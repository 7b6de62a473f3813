package io.tidemark.application.baseline;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.Force;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which baselines are recalculated, and how.
 *
 * @param operation only those of this operation and its branches; null for all
 * @param lookback how far to look back; null for what the policy says
 * @param minSamples how many timings it takes; null for what the policy says
 * @param force what is replaced that would stay otherwise
 * @param asked who asks
 */
public record RecalculationRequest(
        @Nullable String operation,
        @Nullable Duration lookback,
        @Nullable Integer minSamples,
        Force force,
        Asked asked) {

    public RecalculationRequest {
        requireNonNull(force, "force");
        requireNonNull(asked, "asked");
        adjusted(BaselinePolicy.DEFAULT, lookback, minSamples);
    }

    /** All, as the policy says. */
    public static RecalculationRequest daily(String by) {
        return new RecalculationRequest(null, null, null, Force.NO, new Asked(Reason.SCHEDULED, by));
    }

    /** All, over a month, and also those that hardly changed. */
    public static RecalculationRequest weekly(String by) {
        return new RecalculationRequest(null, Duration.ofDays(30), 20, Force.YES, new Asked(Reason.SCHEDULED, by));
    }

    BaselinePolicy adjusted(BaselinePolicy policy) {
        return adjusted(policy, lookback, minSamples);
    }

    BaselineOrigin origin(Instant now) {
        return new BaselineOrigin(asked.reason(), asked.by(), now);
    }

    private static BaselinePolicy adjusted(
            BaselinePolicy policy, @Nullable Duration lookback, @Nullable Integer minSamples) {
        BaselinePolicy lookingBack = lookback == null ? policy : policy.withLookback(lookback);
        return minSamples == null ? lookingBack : lookingBack.withMinSamples(minSamples);
    }

    /**
     * Who asks, and why.
     *
     * @param reason why
     * @param by who
     */
    public record Asked(Reason reason, String by) {
        public Asked {
            requireNonNull(reason, "reason");
            if (by.isBlank()) {
                throw new IllegalArgumentException("by must name who asks");
            }
        }
    }
}
