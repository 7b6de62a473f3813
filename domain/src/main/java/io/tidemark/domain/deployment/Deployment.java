package io.tidemark.domain.deployment;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something new was brought into use.
 *
 * @param version what it is called, such as {@code 2.3.1}, by the rules of a name
 * @param at when it was in use, to the microsecond
 * @param operations what it touched, at most {@value #MOST_OPERATIONS}; empty when it may have touched all of them
 * @param report what was said of it
 */
public record Deployment(String version, Instant at, List<String> operations, Report report) {
    public static final int MOST_OPERATIONS = 100;

    public Deployment {
        Scope.requireName("version", version);
        at = at.truncatedTo(ChronoUnit.MICROS);
        operations = operations.stream().distinct().sorted().toList();
        if (operations.size() > MOST_OPERATIONS) {
            throw new IllegalArgumentException(
                    "operations must be at most %d, not %d: leave them out when it touched all"
                            .formatted(MOST_OPERATIONS, operations.size()));
        }
        operations.forEach(operation -> Scope.requireName("operations", operation));
        requireNonNull(report, "report");
    }

    /** Whether it may have touched one of some operations. */
    public boolean touches(Collection<String> some) {
        return operations.isEmpty() || some.stream().anyMatch(operations::contains);
    }

    /** As people read it, such as {@code 2.3.1 at 2026-11-22T01:00:00Z, of commit: a new index}. */
    @Override
    public String toString() {
        String touched = operations.isEmpty() ? "" : ", of " + String.join(", ", operations);
        String note = report.note() == null ? "" : ": " + report.note();
        return "%s at %s%s%s".formatted(version, at, touched, note);
    }

    /**
     * What was said of it.
     *
     * @param by who said so, a person or a program
     * @param link where there is more about it, an address of http or https, or null
     * @param note a sentence of at most {@value #MAX_NOTE_LENGTH} characters, or null
     */
    public record Report(
            String by, @Nullable String link, @Nullable String note) {
        public static final int MAX_NOTE_LENGTH = 1_000;
        public static final int MAX_LINK_LENGTH = 2_000;

        /** Nobody's password goes along: what stands before an at sign in the name of a host. */
        private static final String LINK = "https?://[A-Za-z0-9._~:%\\[\\]-]+([/?#][!-~]*)?";

        public Report {
            Scope.requireName("by", by);
            if (link != null && (link.length() > MAX_LINK_LENGTH || !link.matches(LINK))) {
                throw new IllegalArgumentException(
                        "link of %d characters must be an address like https://ci.example.org/runs/7, without a password and in at most %d characters of ASCII"
                                .formatted(link.length(), MAX_LINK_LENGTH));
            }
            if (note != null && (note.length() > MAX_NOTE_LENGTH || note.indexOf('\0') >= 0)) {
                throw new IllegalArgumentException(
                        "note of %d characters must not be longer than %d, or contain a NUL character"
                                .formatted(note.length(), MAX_NOTE_LENGTH));
            }
        }
    }
}
