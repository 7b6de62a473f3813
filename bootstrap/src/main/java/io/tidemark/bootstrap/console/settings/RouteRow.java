package io.tidemark.bootstrap.console.settings;

import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Grouping;
import io.tidemark.domain.notification.Route;
import java.util.stream.Collectors;

/**
 * One route.
 *
 * @param grouping how its alerts are told together, or empty
 * @param then what comes after it when it takes an alert
 */
record RouteRow(String name, String takes, String tells, String grouping, String then) {
    static RouteRow of(Route route) {
        Grouping grouping = route.grouping();
        return new RouteRow(
                route.name(),
                route.matchers().isEmpty()
                        ? "every alert"
                        : route.matchers().stream().map(Matcher::toString).collect(Collectors.joining(" ")),
                route.destinations().isEmpty()
                        ? "nobody"
                        : route.destinations().stream().map(Destination::name).collect(Collectors.joining(", ")),
                grouping == null ? "" : grouping.toString(),
                route.goesOn() ? "the next ones are asked as well" : "no other is asked");
    }
}
