package io.tidemark.application.port;

import io.tidemark.domain.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what people did. */
public interface AuditReader {
    /** The latest entries, the newest first: those that were taken down last, whatever their time; empty without any. */
    List<AuditEntry> latest(Which which, int limit);

    /**
     * Which entries are meant.
     *
     * @param kind those about this kind of thing, or null for all kinds
     * @param name those about a thing of this name, or null for all names
     * @param by what this person did, or null for everybody
     */
    record Which(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String by) {
        public static final Which ALL = new Which(null, null, null);
    }
}
