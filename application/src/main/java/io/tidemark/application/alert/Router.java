package io.tidemark.application.alert;

import io.tidemark.application.port.RouteBook;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Conversation;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Route;
import java.time.Instant;
import java.util.List;

/** Knows whom to tell: each destination of every route that takes the alert, once. */
public final class Router {
    private final RouteBook book;
    private volatile List<Route> routes = List.of();

    public Router(RouteBook book) {
        this.book = book;
    }

    /** Reads the routes anew. */
    public void refresh() {
        routes = book.routes();
    }

    List<Notice> notices(Alert alert, Instant now) {
        Content content = AlertWording.raised(alert);
        return destinations(alert).stream()
                .map(destination -> new Notice(
                        Conversation.about(alert.id(), alert.fingerprint()),
                        Notice.Kind.FIRING,
                        alert.severity(),
                        destination,
                        content,
                        now))
                .toList();
    }

    private List<Destination> destinations(Alert alert) {
        return routes.stream()
                .filter(route -> route.takes(alert))
                .flatMap(route -> route.destinations().stream())
                .distinct()
                .toList();
    }
}
