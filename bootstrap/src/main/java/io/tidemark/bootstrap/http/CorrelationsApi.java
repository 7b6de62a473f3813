package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.correlate.Correlation;
import io.tidemark.application.correlate.CorrelationReport;
import io.tidemark.application.correlate.CorrelationReport.Pair;
import io.tidemark.application.correlate.CorrelationReport.Trouble;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.correlation.CorrelationSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Which operations move together. */
final class CorrelationsApi {
    private static final double LEAST_THRESHOLD = 0.01;
    private static final int DEFAULT_LIMIT = 1_000;
    private static final int MAX_LIMIT = 100_000;

    private final Correlation correlation;

    CorrelationsApi(Correlation correlation) {
        this.correlation = correlation;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/correlations", this::list);
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx, "hours", "threshold", "raw", "limit");
        int hours = query.number("hours", (int) Correlation.WINDOW.toHours(), (int) Correlation.LONGEST.toHours());
        double threshold = query.decimal("threshold", CorrelationSettings.DEFAULT.threshold(), LEAST_THRESHOLD, 1);
        CorrelationSettings settings =
                CorrelationSettings.DEFAULT.withThreshold(threshold).raw(query.flag("raw"));
        int limit = query.number("limit", DEFAULT_LIMIT, MAX_LIMIT);
        ctx.json(CorrelationsJson.of(correlation.look(Duration.ofHours(hours), settings), settings, limit));
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
