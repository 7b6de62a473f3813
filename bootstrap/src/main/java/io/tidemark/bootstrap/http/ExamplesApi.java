package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.sample.SampleRefusedException;
import io.tidemark.bootstrap.http.Parts.Examples;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Made-up data, on request only. */
final class ExamplesApi {
    private final Examples examples;
    private final Json json;

    ExamplesApi(Examples examples, Json json) {
        this.examples = examples;
        this.json = json;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/demo", this::demo);
        routes.post("/api/v1/sample", this::sample);
    }

    private void demo(Context ctx) {
        examples.demo().run();
        ctx.json(Map.of("running", true));
    }

    private void sample(Context ctx) {
        boolean force = Boolean.TRUE.equals(json.read(ctx, Wanted.class).force());
        try {
            List<ActiveBaseline> learned = examples.sample().load(force);
            ctx.status(HttpStatus.CREATED)
                    .json(new Loaded(learned.stream().map(LearnedJson::of).toList()));
        } catch (SampleRefusedException e) {
            throw new ProblemException(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
        }
    }

    /** @param force whether to load it beside what was recorded */
    record Wanted(@Nullable Boolean force) {}

    record Loaded(List<LearnedJson> baselines) {}

    record LearnedJson(
            String operation, long baselineId, long samples, long p95Micros, long p99Micros, double multiplier) {
        static LearnedJson of(ActiveBaseline active) {
            Baseline baseline = active.baseline();
            return new LearnedJson(
                    baseline.scope().operation(),
                    active.id(),
                    baseline.normal().samples(),
                    Math.round(baseline.normal().percentiles().p95()),
                    Math.round(baseline.p99Micros()),
                    baseline.multiplier());
        }
    }
}
