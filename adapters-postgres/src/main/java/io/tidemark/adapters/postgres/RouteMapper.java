package io.tidemark.adapters.postgres;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.Destination;
import java.util.List;

interface RouteMapper {
    List<Stop> all();

    void clear();

    void add(List<Stop> stops);

    /** One destination of a route. */
    record Stop(int route, int place, Severity minSeverity, Destination destination) {}
}
