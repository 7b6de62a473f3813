package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.sample.SampleRefusedException;
import io.tidemark.bootstrap.http.Parts.Examples;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.TooFewSamplesException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Made-up data, on request only. */
final class ExamplesApi {
    private final Examples examples;
    private final Json json;

    ExamplesApi(Examples examples, Json json) {
        this.examples = examples;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.post("/api/v1/demo")
                        .says("Starts the simulated workload, if it does not run.")
                        .answers(DemoJson.class),
                this::demo);
        calls.add(
                Call.post("/api/v1/sample")
                        .says("Loads a few timings with known percentiles, and calculates their baselines.")
                        .takes(Wanted.class)
                        .answers(HttpStatus.CREATED, Loaded.class)
                        .refuses(HttpStatus.CONFLICT, "Something was recorded before, and it was not forced.")
                        .refuses(HttpStatus.UNPROCESSABLE_CONTENT, "Its timings are left out of baselines."),
                this::sample);
    }

    private void demo(Context ctx) {
        examples.demo().run();
        ctx.json(new DemoJson(true));
    }

    private void sample(Context ctx) {
        boolean force = Boolean.TRUE.equals(json.read(ctx, Wanted.class).force());
        try {
            List<ActiveBaseline> learned = examples.sample().load(force);
            ctx.status(HttpStatus.CREATED)
                    .json(new Loaded(learned.stream().map(LearnedJson::of).toList()));
        } catch (SampleRefusedException e) {
            throw new ProblemException(HttpStatus.CONFLICT, String.valueOf(e.getMessage()));
        } catch (TooFewSamplesException e) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
        }
    }

    /** @param force whether to load it beside what was recorded */
    record Wanted(@Nullable Boolean force) {}

    record DemoJson(boolean running) {}

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
