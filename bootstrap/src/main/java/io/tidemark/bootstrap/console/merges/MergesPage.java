package io.tidemark.bootstrap.console.merges;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Page;
import io.tidemark.bootstrap.console.frame.Place;
import io.tidemark.bootstrap.console.frame.Shell;
import java.time.Clock;

/** Where merges lose their time. */
public final class MergesPage implements Page {
    private final Shell shell;
    private final Composition composition;
    private final Clock clock;

    public MergesPage(Shell shell, ConsoleSources sources) {
        this.shell = shell;
        this.composition = new Composition(
                sources.tidemark().analysis().merges(),
                sources.tidemark().merges(),
                sources.tidemark().deployments());
        this.clock = sources.clock();
    }

    @Override
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get(MergesQuery.PATH, this::show);
    }

    private void show(Context ctx) {
        shell.show(ctx, Place.MERGES, "merges/merges.jte", composition.view(MergesQuery.of(ctx, clock.instant())));
    }
}
