package io.tidemark.application.port;

/**
 * Keeps a storage small and quick to read. No figure that is kept changes by it, at no instant, whoever records and reads
 * meanwhile; nobody waits for it longer than some hundred milliseconds.
 *
 * <p>Each may be called at any time, by several threads and processes at once: one does the work, the others find nothing
 * left to do. What was begun and not finished, as the storage was lost, has changed nothing.
 */
public interface Upkeep {
    /**
     * Merges the roll-ups of what was recorded since the last time, and counts minutes that are over in their hours, and
     * hours in their days. To be called every few seconds: what was not folded yet takes longer to read.
     *
     * @throws StorageException when the storage is away; the next call does what is left
     */
    void fold();

    /**
     * Drops timings and roll-ups that are older than they are to be kept. What nothing coarser counts yet is left for the
     * next time, and so is what is in use. To be called every hour or so.
     *
     * @throws StorageException when the storage is away; the next call does what is left
     */
    void dropOutdated();
}
