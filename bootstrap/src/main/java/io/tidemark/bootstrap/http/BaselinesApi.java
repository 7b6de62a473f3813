package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.baseline.Baselines;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.TooFewSamplesException;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Makes baselines. */
final class BaselinesApi {
    private static final int MAX_LOOKBACK_DAYS = 400;
    private static final String BY = "api";

    private final Baselines baselines;
    private final Json json;

    BaselinesApi(Baselines baselines, Json json) {
        this.baselines = baselines;
        this.json = json;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/baselines", this::create);
    }

    private void create(Context ctx) {
        Wanted wanted = json.read(ctx, Wanted.class);
        try {
            ActiveBaseline active = baselines.calculate(wanted.scope(), wanted.policy(baselines), BY);
            ctx.status(HttpStatus.CREATED).json(Created.of(active));
        } catch (TooFewSamplesException e) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
        }
    }

    /** What is asked for; the policy of the operation fills in what is left out. */
    record Wanted(
            @Nullable String operation,
            @Nullable String branch,
            @Nullable Integer lookbackDays,
            @Nullable Double multiplier) {

        Scope scope() {
            if (operation == null) {
                throw ProblemException.badRequest("operation is missing: name the operation to calculate");
            }
            return ProblemException.checked(() -> new Scope(operation, branch));
        }

        BaselinePolicy policy(Baselines baselines) {
            BaselinePolicy policy = baselines.policy(scope().operation());
            if (lookbackDays != null && (lookbackDays < 1 || lookbackDays > MAX_LOOKBACK_DAYS)) {
                throw ProblemException.badRequest(
                        "lookbackDays %d must be from 1 to %d".formatted(lookbackDays, MAX_LOOKBACK_DAYS));
            }
            BaselinePolicy lookingBack =
                    lookbackDays == null ? policy : policy.withLookback(Duration.ofDays(lookbackDays));
            return multiplier == null
                    ? lookingBack
                    : ProblemException.checked(() -> lookingBack.withMultiplier(multiplier));
        }
    }

    record Created(
            String operation,
            @Nullable String branch,
            long baselineId,
            String outcome,
            long samples,
            long p99Micros,
            long thresholdMicros,
            boolean weak) {

        static Created of(ActiveBaseline active) {
            Baseline baseline = active.baseline();
            return new Created(
                    baseline.scope().operation(),
                    baseline.scope().branch(),
                    active.id(),
                    "CREATED",
                    baseline.normal().samples(),
                    Math.round(baseline.p99Micros()),
                    baseline.thresholdMicros(),
                    baseline.normal().isWeak());
        }
    }
}
