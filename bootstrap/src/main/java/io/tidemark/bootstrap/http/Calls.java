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
        requireReachable(call);
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

    /** Of two that fit a request, the first one gets it. */
    private void requireReachable(Call call) {
        described.stream().filter(before -> before.hides(call)).findFirst().ifPresent(before -> {
            throw new IllegalStateException(
                    "%s must be registered before %s, which would be called in its place".formatted(call, before));
        });
    }

    /** All calls, in the order in which they were registered. */
    List<Call> described() {
        return List.copyOf(described);
    }
}
