package io.tidemark.application.port;

import io.tidemark.domain.notification.Route;
import java.util.List;

/** Keeps the routes, so that every application and daemon on one storage tells the same destinations. */
public interface RouteBook {
    /** The routes in their order; empty when none were ever given. */
    List<Route> routes();

    /** Puts other routes in place of all that were there, at once. Announces {@link Topic#ROUTES}. */
    void replace(List<Route> routes);
}
