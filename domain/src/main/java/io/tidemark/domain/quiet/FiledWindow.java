package io.tidemark.domain.quiet;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A maintenance window, and who said so.
 *
 * @param window the window
 * @param origin where it comes from
 * @param by who set it last
 * @param at when that was
 */
public record FiledWindow(MaintenanceWindow window, Origin origin, String by, Instant at) {
    /** Where a window comes from. */
    public enum Origin {
        /** The settings: it goes when they do not name it any more. */
        SETTINGS,
        /** A person: it stays until one removes it. */
        PERSON
    }

    public FiledWindow {
        requireNonNull(window, "window");
        requireNonNull(origin, "origin");
        requireNonNull(by, "by");
        requireNonNull(at, "at");
    }

    /** What the audit is told when it is set in the place of another one, or of none. */
    public AuditEntry set(@Nullable FiledWindow before) {
        return before == null
                ? new AuditEntry(at, by, deed(Verb.ADDED), null, window.toString())
                : new AuditEntry(at, by, deed(Verb.CHANGED), before.window.toString(), window.toString());
    }

    /** What the audit is told when it is removed. */
    public AuditEntry removed(String by, Instant at) {
        return new AuditEntry(at, by, deed(Verb.REMOVED), window.toString(), null);
    }

    private Deed deed(Verb verb) {
        return new Deed(verb, "window", window.name());
    }
}
