package io.tidemark.domain.anomaly;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

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

    /** What the audit is told when it is set in the place of another one, or of none. */
    public AuditEntry set(@Nullable OperationRule before, String by, Instant at) {
        return before == null
                ? new AuditEntry(at, by, deed(Verb.ADDED), null, text())
                : new AuditEntry(at, by, deed(Verb.CHANGED), before.text(), text());
    }

    /** What the audit is told when it is taken away. */
    public AuditEntry removed(String by, Instant at) {
        return new AuditEntry(at, by, deed(Verb.REMOVED), text(), null);
    }

    private Deed deed(Verb verb) {
        return new Deed(verb, "detection-rule", operation);
    }

    private String text() {
        String also = alerting.stream().map(Kind::word).collect(Collectors.joining(", "));
        return "warning from %s, critical from %s%s"
                .formatted(cutoffs.warning(), cutoffs.critical(), also.isEmpty() ? "" : ", alerts on " + also);
    }
}
