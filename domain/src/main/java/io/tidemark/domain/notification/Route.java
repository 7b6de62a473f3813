package io.tidemark.domain.notification;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Severity;
import java.util.List;

/**
 * Where alerts go.
 *
 * @param minSeverity the least severity that takes this route
 * @param destinations whom to tell, at least one
 */
public record Route(Severity minSeverity, List<Destination> destinations) {
    public Route {
        requireNonNull(minSeverity, "minSeverity");
        destinations = List.copyOf(destinations);
        if (destinations.isEmpty()) {
            throw new IllegalArgumentException("a route must name at least one destination");
        }
    }

    public boolean takes(Alert alert) {
        return alert.severity().isAtLeast(minSeverity);
    }
}
