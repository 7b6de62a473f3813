package io.tidemark.application.memory;

import io.tidemark.application.port.RouteBook;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.notification.Route;
import java.util.List;

/** Keeps the routes. */
final class MemoryRoutes implements RouteBook {
    private final MemorySignals signals;
    private volatile List<Route> routes = List.of();

    MemoryRoutes(MemorySignals signals) {
        this.signals = signals;
    }

    @Override
    public List<Route> routes() {
        return routes;
    }

    @Override
    public void replace(List<Route> routes) {
        this.routes = List.copyOf(routes);
        signals.announce(Topic.ROUTES);
    }
}
