package io.tidemark.application.port;

import io.tidemark.domain.audit.AuditEntry;

/**
 * Takes down what people do that changes nothing which is stored. What does is told to the book that stores it, which
 * takes down the change and its entry together. Safe for several threads.
 */
public interface AuditLog {
    /**
     * Takes down an entry; it stays.
     *
     * @throws StorageException when it was not
     */
    void append(AuditEntry entry);
}
