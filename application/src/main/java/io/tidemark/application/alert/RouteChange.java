package io.tidemark.application.alert;

import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Route;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * That somebody puts other routes in place of those that there are.
 *
 * @param after the other ones
 * @param by who
 * @param at when
 */
public record RouteChange(List<Route> after, String by, Instant at) {
    public RouteChange {
        after = List.copyOf(after);
    }

    public static RouteChange to(List<Route> routes, String by, Clock clock) {
        return new RouteChange(routes, by, clock.instant());
    }

    /** What is taken down about it. */
    public AuditEntry entry(List<Route> before) {
        return new AuditEntry(at, by, new Deed(Verb.CHANGED, "route", "all"), text(before), text(after));
    }

    private static String text(List<Route> routes) {
        return routes.isEmpty()
                ? "none"
                : routes.stream().map(RouteChange::text).collect(Collectors.joining("\n"));
    }

    private static String text(Route route) {
        String to = route.destinations().isEmpty()
                ? "nobody"
                : route.destinations().stream().map(Destination::name).collect(Collectors.joining(", "));
        return "%s: %s to %s%s%s"
                .formatted(
                        route.name(),
                        route.matchers().isEmpty() ? "all" : route.matchers(),
                        to,
                        route.grouping() == null ? "" : ", grouped by " + route.grouping(),
                        route.goesOn() ? ", continue" : "");
    }
}
