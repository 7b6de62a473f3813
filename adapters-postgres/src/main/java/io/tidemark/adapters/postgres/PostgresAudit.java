package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.AuditMapper.EntryRow;
import io.tidemark.application.port.AuditLog;
import io.tidemark.application.port.AuditReader;
import io.tidemark.domain.audit.AuditEntry;
import java.util.List;

/** Keeps a row for each entry. A book that changes something appends within its own transaction, by the mapper. */
final class PostgresAudit implements AuditLog, AuditReader {
    private final Database database;

    PostgresAudit(Database database) {
        this.database = database;
    }

    @Override
    public void append(AuditEntry entry) {
        database.tell(AuditMapper.class, mapper -> mapper.append(entry));
    }

    @Override
    public List<AuditEntry> latest(Which which, int limit) {
        return database.ask(AuditMapper.class, mapper -> mapper.latest(which, limit)).stream()
                .map(EntryRow::toEntry)
                .toList();
    }
}
