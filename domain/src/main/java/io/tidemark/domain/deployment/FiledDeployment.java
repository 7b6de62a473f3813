package io.tidemark.domain.deployment;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.time.Instant;

/**
 * A deployment with its number.
 *
 * @param id its number
 * @param deployment what was said
 */
public record FiledDeployment(long id, Deployment deployment) {
    public FiledDeployment {
        requireNonNull(deployment, "deployment");
    }

    /** What the audit is told when it is filed. */
    public AuditEntry added(Instant at) {
        Deed deed = new Deed(Verb.ADDED, "deployment", Long.toString(id));
        return new AuditEntry(at, deployment.report().by(), deed, null, deployment.toString());
    }
}
