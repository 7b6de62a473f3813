package io.tidemark.application.port;

import io.tidemark.domain.audit.AuditEntry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells what people did. */
public interface AuditReader {
    /** The latest entries, the newest first: those that were taken down last, whatever their time; empty without any. */
    default List<AuditEntry> latest(Which which, int limit) {
        return entries(which, Numbered.BEYOND, limit).stream()
                .map(Numbered::value)
                .toList();
    }

    /**
     * The latest of the entries with a lower number than {@code before}, the newest first.
     *
     * @param limit how many at most, at least one
     */
    List<Numbered<AuditEntry>> entries(Which which, long before, int limit);

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
