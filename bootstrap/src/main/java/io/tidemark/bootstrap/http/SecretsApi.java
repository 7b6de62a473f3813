package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.bootstrap.destination.Rotation;
import org.jspecify.annotations.Nullable;

/** Encrypts what is stored of secrets under another key. */
final class SecretsApi {
    private final Rotation rotation;
    private final Json json;

    SecretsApi(Rotation rotation, Json json) {
        this.rotation = rotation;
        this.json = json;
    }

    void register(JavalinDefaultRoutingApi routes) {
        routes.post("/api/v1/secrets/rotate", this::rotate);
    }

    private void rotate(Context ctx) {
        Asked asked = json.read(ctx, Asked.class);
        ctx.json(rotation.run(Caller.name(ctx, asked.by())));
    }

    /** Who asks for it. */
    record Asked(@Nullable String by) {}
}
