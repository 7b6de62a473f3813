package io.tidemark.application.baseline;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.RhythmPolicy;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How baselines are made.
 *
 * @param policies the policy of each operation
 * @param timeLimit how long reading the timings of one may take
 * @param rhythm when hours are told apart, or null when they never are
 */
public record BaselineRules(
        Function<String, BaselinePolicy> policies,
        Duration timeLimit,
        @Nullable RhythmPolicy rhythm) {
    public static final Duration DEFAULT_TIME_LIMIT = Duration.ofSeconds(30);

    public BaselineRules {
        requireNonNull(policies, "policies");
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("timeLimit %s must be positive".formatted(timeLimit));
        }
    }

    /** Tells hours apart by UTC. */
    public BaselineRules(Function<String, BaselinePolicy> policies, Duration timeLimit) {
        this(policies, timeLimit, RhythmPolicy.DEFAULT);
    }

    BaselinePolicy policy(String operation) {
        return policies.apply(operation);
    }
}
