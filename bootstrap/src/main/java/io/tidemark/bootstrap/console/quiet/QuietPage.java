package io.tidemark.bootstrap.console.quiet;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.Alerting;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Page;
import io.tidemark.bootstrap.console.frame.Place;
import io.tidemark.bootstrap.console.frame.Shell;
import java.time.Instant;
import java.util.List;

/** Maintenance windows and silences. */
public final class QuietPage implements Page {
    private static final int MOST_ALERTS = 1_000;

    private final Shell shell;
    private final ConsoleSources sources;

    public QuietPage(Shell shell, ConsoleSources sources) {
        this.shell = shell;
        this.sources = sources;
    }

    @Override
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get(QuietQuery.PATH, this::show);
    }

    private void show(Context ctx) {
        QuietQuery query = QuietQuery.of(ctx);
        Alerting alerting = sources.tidemark().alerting();
        Instant now = sources.clock().instant();
        List<WindowRow> windows = alerting.windows().windows().stream()
                .map(filed -> WindowRow.of(filed, now))
                .toList();
        List<SilenceRow> silences = alerting.silences().list(query.selection(), QuietView.MOST_SHOWN).stream()
                .map(standing -> SilenceRow.of(standing, now))
                .toList();
        boolean isWindow = query.preview().equals(QuietQuery.WINDOW);
        boolean isSilence = query.preview().equals(QuietQuery.SILENCE);
        shell.show(
                ctx,
                Place.QUIET,
                "quiet/quiet.jte",
                new QuietView(
                        QuietView.headline(windows, silences, alerting.reader().latest(Which.UNRESOLVED, MOST_ALERTS)),
                        query,
                        windows,
                        silences,
                        isWindow ? Preview.ofWindow(query.draft(), now) : null,
                        isSilence ? Preview.ofSilence(query.draft(), alerting.silences()) : null));
    }
}
