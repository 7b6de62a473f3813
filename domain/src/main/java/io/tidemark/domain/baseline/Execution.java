package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That the baseline of a scope was recalculated, or could not be.
 *
 * @param scope which one
 * @param status how it ended
 * @param start when it began
 * @param end when it ended; never before {@code start}, as a clock may be set back meanwhile
 * @param result what came of it
 */
public record Execution(Scope scope, Status status, Instant start, Instant end, Result result) {
    /** How a recalculation ended. */
    public enum Status {
        SUCCESS,
        TIMEOUT,
        ERROR
    }

    public Execution {
        requireNonNull(scope, "scope");
        requireNonNull(status, "status");
        requireNonNull(start, "start");
        requireNonNull(result, "result");
        end = end.isBefore(start) ? start : end;
    }

    public Duration duration() {
        return Duration.between(start, end);
    }

    /**
     * What came of it.
     *
     * @param outcome what became of the baseline
     * @param reason why
     * @param message what is to be said beyond that, or null
     */
    public record Result(
            Outcome outcome, Ruling.Reason reason, @Nullable String message) {
        public Result {
            requireNonNull(outcome, "outcome");
            requireNonNull(reason, "reason");
        }
    }
}
