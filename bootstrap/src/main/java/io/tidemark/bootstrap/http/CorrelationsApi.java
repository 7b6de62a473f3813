package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.tidemark.application.correlate.Correlation;
import io.tidemark.application.correlate.CorrelationReport;
import io.tidemark.application.correlate.CorrelationReport.Pair;
import io.tidemark.application.correlate.CorrelationReport.Trouble;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.correlation.CorrelationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Which operations move together. */
final class CorrelationsApi {
    private static final Parameter<Integer> HOURS = Parameter.number(
            "hours", "How far back.", (int) Correlation.WINDOW.toHours(), (int) Correlation.LONGEST.toHours());
    private static final Parameter<Double> THRESHOLD = Parameter.decimal(
            "threshold", "The least coefficient that is listed.", CorrelationSettings.DEFAULT.threshold(), 0.01, 1);
    private static final Parameter<Boolean> RAW = Parameter.flag(
            "raw", "Take the series as they are, with their daily rhythm, and believe every coefficient.");
    private static final Parameter<Integer> LIMIT =
            Parameter.number("limit", "How many pairs at most.", 1_000, 100_000);

    private final Correlation correlation;

    CorrelationsApi(Correlation correlation) {
        this.correlation = correlation;
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/correlations")
                        .says("Lists which operations move together, and what those that degrade together share.")
                        .query(HOURS, THRESHOLD, RAW, LIMIT)
                        .answers(CorrelationsJson.class),
                this::list);
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx);
        CorrelationSettings settings =
                CorrelationSettings.DEFAULT.withThreshold(query.get(THRESHOLD)).raw(query.get(RAW));
        CorrelationReport report = correlation.look(Duration.ofHours(query.get(HOURS)), settings);
        ctx.json(CorrelationsJson.of(report, settings, query.get(LIMIT)));
    }

    record CorrelationsJson(
            Instant from,
            Instant to,
            double threshold,
            boolean raw,
            TestedJson tested,
            int total,
            List<PairJson> pairs,
            List<GroupJson> groups) {

        static CorrelationsJson of(CorrelationReport report, CorrelationSettings settings, int limit) {
            Instant at = report.range().to();
            return new CorrelationsJson(
                    report.range().from(),
                    at,
                    settings.threshold(),
                    settings.raw(),
                    new TestedJson(
                            report.tested().pairs(),
                            report.tested().fewMinutes(),
                            report.tested().noDeviation()),
                    report.pairs().size(),
                    report.pairs().stream()
                            .limit(limit)
                            .map(pair -> PairJson.of(pair, at))
                            .toList(),
                    report.troubles().stream().map(GroupJson::of).toList());
        }
    }

    /** How many pairs there are, and how many have no verdict, by reason. */
    record TestedJson(long pairs, long tooFewCommonMinutes, long noDeviation) {}

    record PairJson(
            List<String> operations,
            double coefficient,
            long minutes,
            double confidence,
            boolean bothDegrading,
            String bottleneck,
            String recommendation,
            Instant at) {

        static PairJson of(Pair pair, Instant at) {
            return new PairJson(
                    List.of(pair.link().one(), pair.link().other()),
                    rounded(pair.link().coefficient()),
                    pair.link().minutes(),
                    rounded(pair.link().confidence()),
                    pair.bothDegrading(),
                    pair.advice().bottleneck(),
                    pair.advice().recommendation(),
                    at);
        }
    }

    record GroupJson(
            List<String> operations,
            Severity severity,
            String worst,
            long worstMicros,
            long worstNormalMicros,
            String bottleneck,
            String recommendation) {

        static GroupJson of(Trouble trouble) {
            return new GroupJson(
                    trouble.group().members(),
                    trouble.severity(),
                    trouble.group().worst(),
                    Math.round(trouble.worst().recentMicros()),
                    Math.round(trouble.worst().normal().micros()),
                    trouble.advice().bottleneck(),
                    trouble.advice().recommendation());
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 10_000) / 10_000.0;
    }
}
