package io.tidemark.application.port;

import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.notification.Route;
import java.util.List;
import java.util.function.Function;

/** Keeps the routes, so that every application and daemon on one storage tells the same destinations. */
public interface RouteBook {
    /** The routes in their order; empty when none were ever given. */
    List<Route> routes();

    /**
     * Puts other routes in place of all that were there, at once. Announces {@link Topic#ROUTES}.
     *
     * @throws StorageException when nothing was changed
     */
    void replace(List<Route> routes);

    /**
     * The same, done by a person: together with the entry that says so. Nothing is taken down when they are as they were.
     *
     * @param entry makes the entry, from the routes that were there
     * @throws StorageException when nothing was changed
     */
    void replace(List<Route> routes, Function<List<Route>, AuditEntry> entry);
}
