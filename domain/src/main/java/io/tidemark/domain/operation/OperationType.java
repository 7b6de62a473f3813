package io.tidemark.domain.operation;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import java.util.Optional;

/**
 * A kind of work that has a name.
 *
 * @param name the operation's name, by the rules of {@link Scope}
 * @param category what it works on
 * @param description what it does, in a sentence of at most {@value #MAX_DESCRIPTION_LENGTH} characters; empty when
 *     nobody has said
 * @param tracked whether its timings are held against what is normal; those of an operation that is not tracked are
 *     recorded and shown all the same, and raise no alert
 */
public record OperationType(String name, Category category, String description, boolean tracked) {
    public static final int MAX_DESCRIPTION_LENGTH = 500;

    public OperationType {
        requireNonNull(category, "category");
        Scope.of(name);
        if (description.length() > MAX_DESCRIPTION_LENGTH || description.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "description of %d characters must not be longer than %d, or contain a NUL character"
                            .formatted(description.length(), MAX_DESCRIPTION_LENGTH));
        }
    }

    /** An operation of which nothing is known but its name. */
    public static OperationType named(String name) {
        return new OperationType(name, Category.OTHER, "", true);
    }

    public OperationType describedAs(String description) {
        return new OperationType(name, category, description, tracked);
    }

    public OperationType tracked(boolean tracked) {
        return new OperationType(name, category, description, tracked);
    }

    /** What the audit is told when somebody has changed it into this; empty when it is as it was. */
    public Optional<AuditEntry> changed(OperationType before, String by, Instant at) {
        return equals(before)
                ? Optional.empty()
                : Optional.of(new AuditEntry(at, by, new Deed(Verb.CHANGED, "operation", name), before.said(), said()));
    }

    private String said() {
        return (tracked ? "tracked" : "not tracked") + (description.isEmpty() ? "" : ": " + description);
    }
}
