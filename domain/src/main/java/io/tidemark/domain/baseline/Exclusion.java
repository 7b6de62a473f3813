package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time that a person took out: what was timed in it does not say what is normal.
 *
 * @param scope an operation, also on each of its branches, or one branch of it; null for everything
 * @param from the first instant of it
 * @param to the first instant after it; null when it lasts until it is lifted, or until its alert is resolved
 * @param remark who took it out, when and why
 * @param alertId the alert that was answered with it, or null; from then on the alert itself leaves out nothing here
 */
public record Exclusion(
        @Nullable Scope scope,
        Instant from,
        @Nullable Instant to,
        Remark remark,
        @Nullable Long alertId) {

    public Exclusion {
        requireNonNull(from, "from");
        requireNonNull(remark, "remark");
        if (to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException(
                    "exclusion from %s to %s is empty: from must be earlier".formatted(from, to));
        }
        if (remark.note() == null || remark.note().isBlank()) {
            throw new IllegalArgumentException("an exclusion needs a reason, for whoever finds it later");
        }
    }

    /** Why it was taken out. */
    public String reason() {
        return requireNonNull(remark.note());
    }

    /** Whether it speaks of the timings that the baseline of a scope is made of. */
    public boolean appliesTo(Scope other) {
        return scope == null || scope.equals(other) || scope.equals(other.withoutBranch());
    }

    /**
     * One that is kept.
     *
     * @param id its number
     * @param exclusion what it says
     */
    public record Numbered(long id, Exclusion exclusion) {
        public Numbered {
            requireNonNull(exclusion, "exclusion");
        }
    }
}
