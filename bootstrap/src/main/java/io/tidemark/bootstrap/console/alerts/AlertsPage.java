package io.tidemark.bootstrap.console.alerts;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Page;
import io.tidemark.bootstrap.console.frame.Place;
import io.tidemark.bootstrap.console.frame.Shell;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The list of alerts, and each of them. */
public final class AlertsPage implements Page {
    private final Shell shell;
    private final ConsoleSources sources;
    private final Investigation investigation;

    public AlertsPage(Shell shell, ConsoleSources sources) {
        this.shell = shell;
        this.sources = sources;
        this.investigation = new Investigation(sources);
    }

    @Override
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get(AlertsQuery.PATH, this::list);
        routes.get(AlertsQuery.PATH + "/{id}", this::show);
    }

    private void list(Context ctx) {
        AlertsQuery query = AlertsQuery.of(ctx);
        Instant now = sources.clock().instant();
        List<AlertReport> read =
                sources.tidemark().alerts().latest(query.filter(), query.after(), AlertsView.limit(query));
        shell.show(ctx, Place.ALERTS, "alerts/alerts.jte", AlertsView.of(query, read, now));
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        AlertReport report = Optional.of(id)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(number -> sources.tidemark().alerts().find(Long.parseLong(number)))
                .orElseThrow(NotFoundResponse::new);
        shell.show(ctx, Place.ALERTS, "alerts/alert.jte", investigation.of(report, ctx));
    }
}
