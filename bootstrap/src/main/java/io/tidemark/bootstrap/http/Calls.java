package io.tidemark.bootstrap.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.bootstrap.http.openapi.Call;
import java.util.ArrayList;
import java.util.List;

/** The calls that programs make: each is described where it is registered, and takes no parameter but those described. */
final class Calls {
    private final JavalinDefaultRoutingApi routes;
    private final List<Call> described = new ArrayList<>();

    Calls(JavalinDefaultRoutingApi routes) {
        this.routes = routes;
    }

    void add(Call call, Handler handler) {
        described.add(call.complete());
        Handler admitted = ctx -> {
            Query.admit(ctx, call);
            handler.handle(ctx);
        };
        routes.addHttpHandler(call.method(), call.path(), admitted);
        if (call.method().equals(HandlerType.GET)) {
            // The server leaves the body out.
            routes.head(call.path(), admitted);
        }
    }

    /** All calls, in the order in which they were registered. */
    List<Call> described() {
        return List.copyOf(described);
    }
}
