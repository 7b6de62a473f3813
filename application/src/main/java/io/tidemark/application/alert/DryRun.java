package io.tidemark.application.alert;

import io.tidemark.domain.notification.Destination;
import java.util.Set;

/**
 * Whom nothing is sent: what they would be sent is written to the log.
 *
 * @param everybody whether it is so for all destinations
 * @param destinations the names of those for which it is so in any case
 */
public record DryRun(boolean everybody, Set<String> destinations) {
    public static final DryRun NONE = new DryRun(false, Set.of());

    public DryRun {
        destinations = Set.copyOf(destinations);
    }

    /** Whether nothing is sent to that one. */
    public boolean holds(Destination destination) {
        return everybody || destinations.contains(destination.name());
    }
}
