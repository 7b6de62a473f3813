package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.tidemark.bootstrap.http.AccessTable.Need;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.OpenApi;
import io.tidemark.domain.access.Role;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Describes this API to programs. It tells no more than the sources do, and is open like the health. */
final class DocumentApi {
    private final Calls calls;
    private volatile @Nullable ObjectNode document;

    DocumentApi(Calls calls) {
        this.calls = calls;
    }

    void register() {
        calls.add(
                Call.get("/api/v1/openapi.json")
                        .says("Describes this API, as OpenAPI 3.1.")
                        .answers(Map.class),
                this::show);
    }

    private void show(Context ctx) {
        ObjectNode known = document;
        if (known == null) {
            // Two callers may both make it, the same.
            known = OpenApi.document(
                    calls.described(),
                    call -> AccessTable.of(call.method(), call.path())
                            .flatMap(Need::role)
                            .map(Role::word));
            document = known;
        }
        ctx.json(known);
    }
}
