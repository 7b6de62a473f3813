package io.tidemark.bootstrap.console.frame;

import io.javalin.router.JavalinDefaultRoutingApi;

/** A page of the console, or several that belong together. */
public interface Page {
    /** Adds what it answers to a server. */
    void register(JavalinDefaultRoutingApi routes);
}
