package io.tidemark.bootstrap.console.traces;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.port.TraceReader;
import io.tidemark.application.port.TraceReader.TraceReport;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Page;
import io.tidemark.bootstrap.console.frame.Place;
import io.tidemark.bootstrap.console.frame.Shell;
import io.tidemark.domain.trace.TraceTree;
import io.tidemark.domain.trace.Waterfall;
import java.time.Clock;

/** Which traces there are, and what each is made of. */
public final class TracesPage implements Page {
    private static final int MOST_ROWS = 1_000;

    private final Shell shell;
    private final TraceReader reader;
    private final Clock clock;

    public TracesPage(Shell shell, ConsoleSources sources) {
        this.shell = shell;
        this.reader = sources.tidemark().traces();
        this.clock = sources.clock();
    }

    @Override
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get(TracesQuery.PATH, this::list);
        routes.get(TracesQuery.PATH + "/{id}", this::show);
    }

    private void list(Context ctx) {
        TracesQuery query = TracesQuery.of(ctx, clock.instant());
        shell.show(ctx, Place.TRACES, "traces/traces.jte", new TraceList(reader).view(query));
    }

    private void show(Context ctx) {
        String id = ctx.pathParam("id");
        TraceReport report = reader.report(id)
                .orElseThrow(() -> new NotFoundResponse(
                        "there is no trace '%s': it was never recorded here, or is no longer kept".formatted(id)));
        Waterfall waterfall = Waterfall.of(TraceTree.of(reader.spans(id, Waterfall.MOST_READ)), MOST_ROWS);
        shell.show(ctx, Place.TRACES, "traces/trace.jte", Drawing.of(report, waterfall));
    }
}
