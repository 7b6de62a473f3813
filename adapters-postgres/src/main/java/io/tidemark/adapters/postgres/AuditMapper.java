package io.tidemark.adapters.postgres;

import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What people did. */
interface AuditMapper {
    void append(AuditEntry entry);

    List<EntryRow> entries(@Param("which") Which which, @Param("before") long before, @Param("limit") int limit);

    /** An entry as columns. */
    record EntryRow(
            long id,
            Instant at,
            String by,
            Verb verb,
            String kind,
            String name,
            @Nullable String before,
            @Nullable String after) {
        AuditEntry toEntry() {
            return new AuditEntry(at, by, new Deed(verb, kind, name), before, after);
        }
    }
}
