package io.tidemark.bootstrap.console.correlation;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.correlate.Correlation;
import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.overview.Overview;
import io.tidemark.bootstrap.console.chart.BandChart;
import io.tidemark.bootstrap.console.chart.TimeChart;
import io.tidemark.bootstrap.console.correlation.PairView.Side;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Page;
import io.tidemark.bootstrap.console.frame.Place;
import io.tidemark.bootstrap.console.frame.Shell;
import io.tidemark.domain.correlation.Affinity;
import io.tidemark.domain.timing.Scope;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The page of what moves together, and that of two operations one under the other. */
public final class CorrelationPage implements Page {
    private static final int HEIGHT = 180;
    private static final double SURE = 0.01;

    private final Shell shell;
    private final ConsoleSources sources;
    private final Correlation correlation;

    public CorrelationPage(Shell shell, ConsoleSources sources) {
        this.shell = shell;
        this.sources = sources;
        this.correlation = sources.tidemark().analysis().correlation();
    }

    @Override
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get(CorrelationQuery.PATH, this::show);
    }

    private void show(Context ctx) {
        CorrelationQuery query = CorrelationQuery.of(ctx, sources.clock().instant());
        String one = name(ctx, "a");
        String other = name(ctx, "b");
        if (one != null && other != null) {
            shell.show(ctx, Place.CORRELATIONS, "correlation/pair.jte", pair(query, one, other));
        } else if (one != null || other != null) {
            throw new BadRequestResponse("a pair has two: name both a and b");
        } else {
            shell.show(
                    ctx,
                    Place.CORRELATIONS,
                    "correlation/correlations.jte",
                    Composition.view(
                            correlation.map(query.window(), query.settings(), Composition.MOST_OPERATIONS), query));
        }
    }

    private static @Nullable String name(Context ctx, String parameter) {
        String name = ctx.queryParam(parameter);
        if (name == null) {
            return null;
        }
        try {
            return Scope.requireName(parameter, name);
        } catch (IllegalArgumentException e) {
            BadRequestResponse wrong = new BadRequestResponse(String.valueOf(e.getMessage()));
            wrong.initCause(e);
            throw wrong;
        }
    }

    private PairView pair(CorrelationQuery query, String one, String other) {
        if (one.equals(other)) {
            throw new BadRequestResponse("'%s' moves with itself: name another one as b".formatted(one));
        }
        Optional<Affinity> affinity = correlation.between(one, other, query.window(), query.settings());
        return new PairView(
                affinity.map(known -> headline(known, query)).orElseGet(() -> unseen(query)),
                query.pastOf(one, other),
                query.address().href(),
                List.of(side(query, one), side(query, other)));
    }

    private static Headline headline(Affinity affinity, CorrelationQuery query) {
        double r = affinity.coefficient();
        String detail = "%s; over the last %d hours, without the rhythm of the day."
                .formatted(Phrases.of(affinity), query.window().toHours());
        if (!affinity.isKnown()) {
            return new Headline("unknown", "nobody can say whether they move together", detail);
        }
        boolean strong = Math.abs(r) >= query.threshold() && affinity.pValue() <= SURE;
        if (!strong) {
            return new Headline("fine", "they go their own ways", detail);
        }
        return new Headline("info", r > 0 ? "they move together" : "they move against each other", detail);
    }

    private static Headline unseen(CorrelationQuery query) {
        return new Headline(
                "unknown",
                "nobody can say whether they move together",
                "One of them has no timings in the last %d hours."
                        .formatted(query.window().toHours()));
    }

    private Side side(CorrelationQuery query, String name) {
        Overview overview = sources.tidemark().overview();
        TimeChart chart = overview.operation(
                        name,
                        overview.steps(
                                Scope.of(name),
                                query.period().range(),
                                query.period().step()))
                .map(found -> draw(found, query))
                .orElse(null);
        return new Side(name, query.operation(name), chart);
    }

    private static TimeChart draw(OperationOverview found, CorrelationQuery query) {
        return BandChart.draw(found, query.period(), HEIGHT);
    }
}
