package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.tidemark.application.port.AuditReader;
import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.application.port.Numbered;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who changed what. */
final class AuditApi {
    private static final Parameter<@Nullable String> KIND =
            Parameter.text("kind", "Only what was done to this kind of thing, such as silence.");
    private static final Parameter<@Nullable String> NAME =
            Parameter.text("name", "Only what was done to the thing of this name.");
    private static final Parameter<@Nullable String> BY = Parameter.text("by", "Only what this person did.");
    private static final Parameter<Integer> LIMIT = Parameter.number("limit", "How many at most.", 100, 1_000);

    private final AuditReader audit;

    AuditApi(AuditReader audit) {
        this.audit = audit;
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/audit")
                        .says("Lists who changed what, the latest first.")
                        .query(KIND, NAME, BY, LIMIT, Cursor.NUMBER)
                        .answers(AuditJson.class),
                this::list);
    }

    private void list(Context ctx) {
        Query query = Query.of(ctx);
        Which which = new Which(query.get(KIND), query.get(NAME), query.get(BY));
        int limit = query.get(LIMIT);
        Page<Numbered<AuditEntry>> page = Page.of(
                audit.entries(which, query.get(Cursor.NUMBER), limit + 1),
                limit,
                entry -> Cursor.after(entry.number()));
        ctx.json(new AuditJson(page.as(entry -> EntryJson.of(entry.value())), page.next()));
    }

    record AuditJson(List<EntryJson> entries, @Nullable String next) {}

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
