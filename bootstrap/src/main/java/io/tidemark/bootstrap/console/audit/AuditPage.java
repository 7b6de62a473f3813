package io.tidemark.bootstrap.console.audit;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Page;
import io.tidemark.bootstrap.console.frame.Place;
import io.tidemark.bootstrap.console.frame.Shell;
import io.tidemark.domain.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed what, and when. */
public final class AuditPage implements Page {
    private final Shell shell;
    private final ConsoleSources sources;

    public AuditPage(Shell shell, ConsoleSources sources) {
        this.shell = shell;
        this.sources = sources;
    }

    @Override
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get(AuditView.PATH, this::show);
    }

    private void show(Context ctx) {
        Which which = new Which(given(ctx, "kind"), given(ctx, "name"), given(ctx, "by"));
        List<AuditEntry> entries = sources.office().audit().latest(which, AuditView.MOST_SHOWN);
        shell.show(
                ctx,
                Place.AUDIT,
                "audit/audit.jte",
                AuditView.of(which, entries, sources.clock().instant()));
    }

    /** What a form leaves empty is not asked for. */
    private static @Nullable String given(Context ctx, String name) {
        String text = requireNonNullElse(ctx.queryParam(name), "").strip();
        return text.isEmpty() ? null : text;
    }
}
