package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.tidemark.bootstrap.destination.Rotation;
import io.tidemark.bootstrap.http.openapi.Call;
import org.jspecify.annotations.Nullable;

/** Encrypts what is stored of secrets under another key. */
final class SecretsApi {
    private final Rotation rotation;
    private final Json json;

    SecretsApi(Rotation rotation, Json json) {
        this.rotation = rotation;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.post("/api/v1/secrets/rotate")
                        .says("Encrypts anew, under the first key, what is stored of secrets.")
                        .takes(Asked.class)
                        .answers(Rotation.Report.class),
                this::rotate);
    }

    private void rotate(Context ctx) {
        Asked asked = json.read(ctx, Asked.class);
        ctx.json(rotation.run(Caller.name(ctx, asked.by())));
    }

    /** Who asks for it. */
    record Asked(@Nullable String by) {}
}
