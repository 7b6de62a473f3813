package io.tidemark.application.memory;

import io.tidemark.application.port.RouteBook;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.notification.Route;
import java.util.List;
import java.util.function.Function;

/** Keeps the routes, and takes down who changed them. */
final class MemoryRoutes implements RouteBook {
    private final MemorySignals signals;
    private final MemoryAudit audit;
    private volatile List<Route> routes = List.of();

    MemoryRoutes(MemorySignals signals, MemoryAudit audit) {
        this.signals = signals;
        this.audit = audit;
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

    @Override
    public void replace(List<Route> routes, Function<List<Route>, AuditEntry> entry) {
        synchronized (this) {
            if (!this.routes.equals(routes)) {
                audit.append(entry.apply(this.routes));
            }
            this.routes = List.copyOf(routes);
        }
        signals.announce(Topic.ROUTES);
    }
}
