package io.tidemark.application.port;

import io.tidemark.domain.audit.AuditEntry;

/**
 * What people do with notifications that could not be delivered. What a digest stands for goes with it. Each change is
 * stored together with the entry that says who made it. Safe for several threads and nodes.
 */
public interface DeadLetters {
    /**
     * Sends one again, as if it had just been decided.
     *
     * @return false, with nothing changed, when there is no dead letter of that number
     * @throws StorageException when nothing was changed
     */
    boolean replay(long id, AuditEntry entry);

    /**
     * Sends all of a destination again, in their order.
     *
     * @return how many; when there are none, nothing is changed
     * @throws StorageException when nothing was changed
     */
    int replayAll(String destination, AuditEntry entry);

    /**
     * Gives one up for good.
     *
     * @return false, with nothing changed, when there is no dead letter of that number
     * @throws StorageException when nothing was changed
     */
    boolean drop(long id, AuditEntry entry);
}
