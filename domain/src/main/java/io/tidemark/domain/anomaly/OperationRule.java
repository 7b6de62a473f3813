package io.tidemark.domain.anomaly;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.Scope;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What somebody has said about an operation in place of what holds for all.
 *
 * @param operation the operation, over all its branches
 * @param cutoffs from which score on a timing of it is an anomaly
 * @param alerting the kinds that raise an alert although they would only be listed
 */
public record OperationRule(String operation, Cutoffs cutoffs, Set<Kind> alerting) {
    public OperationRule {
        Scope.requireName("operation", operation);
        requireNonNull(cutoffs, "cutoffs");
        if (alerting.contains(Kind.NORMAL)) {
            throw new IllegalArgumentException("NORMAL must not alert: name kinds out of " + Kind.listed());
        }
        alerting = alerting.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(alerting));
    }
}
