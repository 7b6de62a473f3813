package io.tidemark.adapters.postgres;

import io.tidemark.domain.label.Matcher;
import io.tidemark.domain.notification.Grouping;
import io.tidemark.domain.notification.Route;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A route, spread over columns. */
record RouteRow(
        int place,
        String name,
        List<String> matchers,
        DestinationColumns to,
        boolean goesOn,
        @Nullable GroupingColumns grouping) {
    static RouteRow of(int place, Route route) {
        return new RouteRow(
                place,
                route.name(),
                route.matchers().stream().map(Matcher::toString).toList(),
                DestinationColumns.of(route.destinations()),
                route.goesOn(),
                GroupingColumns.of(route.grouping()));
    }

    Route toRoute() {
        Grouping together = grouping == null ? null : grouping.toGrouping();
        List<Matcher> parsed = matchers.stream().map(Matcher::parse).toList();
        return new Route(name, parsed, to.toDestinations(), goesOn, together);
    }
}
