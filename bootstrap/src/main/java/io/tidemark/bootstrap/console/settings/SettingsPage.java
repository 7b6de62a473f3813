package io.tidemark.bootstrap.console.settings;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.Analysis;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.ConsoleSources.Office;
import io.tidemark.bootstrap.console.frame.Page;
import io.tidemark.bootstrap.console.frame.Place;
import io.tidemark.bootstrap.console.frame.Shell;
import io.tidemark.bootstrap.console.routing.ExplanationView;
import io.tidemark.bootstrap.console.settings.SettingsView.Catalogue;
import io.tidemark.bootstrap.console.settings.SettingsView.Detection;
import io.tidemark.bootstrap.console.settings.SettingsView.Routing;
import io.tidemark.bootstrap.settings.RouteText;
import io.tidemark.domain.anomaly.ExpectedDeviation;
import io.tidemark.domain.correlation.BottleneckTable;
import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.util.List;

/** What Tidemark goes by. */
public final class SettingsPage implements Page {
    private final Shell shell;
    private final ConsoleSources sources;

    public SettingsPage(Shell shell, ConsoleSources sources) {
        this.shell = shell;
        this.sources = sources;
    }

    @Override
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/settings", this::show);
    }

    private void show(Context ctx) {
        Instant now = sources.clock().instant();
        Office office = sources.office();
        Routing routing = routing(ExplainQuery.of(ctx), now);
        shell.show(
                ctx,
                Place.SETTINGS,
                "settings/settings.jte",
                new SettingsView(
                        SettingsView.headline(routing.routes(), office.settings()),
                        routing,
                        detection(now),
                        catalogue(),
                        shell.visitor(ctx).mayAdminister() ? tokens(office, now) : null,
                        office.settings()));
    }

    private Routing routing(ExplainQuery query, Instant now) {
        io.tidemark.application.alert.Routing desk =
                sources.tidemark().alerting().routing();
        List<RouteRow> rows = desk.routes().stream().map(RouteRow::of).toList();
        return new Routing(
                rows,
                RouteText.of(desk.routes()),
                query,
                query.isAsked() ? ExplanationView.of(desk.explain(query.alert(now)), now) : null);
    }

    private Detection detection(Instant now) {
        Analysis analysis = sources.tidemark().analysis();
        TimeRange fromNow = new TimeRange(now, now.plus(ExpectedDeviation.LONGEST));
        return new Detection(
                analysis.detectionRules().rules().stream().map(RuleRow::of).toList(),
                analysis.expectations().during(fromNow).stream()
                        .map(numbered -> ExpectedRow.of(numbered, now))
                        .toList());
    }

    private Catalogue catalogue() {
        return new Catalogue(
                sources.tidemark().operations().all().stream()
                        .map(OperationRow::of)
                        .toList(),
                BottleneckTable.with(sources.tidemark().analysis().bottlenecks().rules()).rules().stream()
                        .map(BottleneckRow::of)
                        .toList());
    }

    private static List<TokenRow> tokens(Office office, Instant now) {
        return office.tokens().all().stream()
                .map(kept -> TokenRow.of(kept, now))
                .toList();
    }
}
