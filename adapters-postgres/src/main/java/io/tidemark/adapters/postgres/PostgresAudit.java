package io.tidemark.adapters.postgres;

import io.tidemark.application.port.AuditLog;
import io.tidemark.application.port.AuditReader;
import io.tidemark.application.port.Numbered;
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
    public List<Numbered<AuditEntry>> entries(Which which, long before, int limit) {
        return database.ask(AuditMapper.class, mapper -> mapper.entries(which, before, limit)).stream()
                .map(row -> new Numbered<>(row.id(), row.toEntry()))
                .toList();
    }
}
