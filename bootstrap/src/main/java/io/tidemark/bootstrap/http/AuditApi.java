package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.port.AuditReader;
import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed what. */
final class AuditApi {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1_000;

    private final AuditReader audit;

    AuditApi(AuditReader audit) {
        this.audit = audit;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.get("/api/v1/audit", this::list);
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx, "kind", "name", "by", "limit");
        Which which = new Which(query.text("kind"), query.text("name"), ctx.queryParam("by"));
        int limit = query.number("limit", DEFAULT_LIMIT, MAX_LIMIT);
        ctx.json(new AuditJson(
                audit.latest(which, limit).stream().map(EntryJson::of).toList()));
    }

    record AuditJson(List<EntryJson> entries) {}

    record EntryJson(
            Instant at,
            String by,
            String verb,
            String kind,
            String name,
            @Nullable String before,
            @Nullable String after) {
        static EntryJson of(AuditEntry entry) {
            return new EntryJson(
                    entry.at(),
                    entry.by(),
                    entry.deed().verb().word(),
                    entry.deed().kind(),
                    entry.deed().name(),
                    entry.before(),
                    entry.after());
        }
    }
}
