package io.tidemark.adapters.postgres;

import java.util.List;

/** Statements about the server as a whole. */
interface ServerMapper {
    About about();

    /** Waits until nobody else holds the lock of that name in this schema, and holds it until the transaction ends. */
    boolean lock(String what);

    /** The same for several, in this order. */
    List<Boolean> lockAll(String[] all);

    /** The same without waiting: whether it is held now. */
    boolean tryLock(String what);

    /** How long statements of the transaction wait for locks at most. */
    boolean limitWaiting(String time);

    /**
     * Lets the statements of the transaction be planned anew, to walk along an index: a queue fills and empties faster than
     * statistics follow, and what was planned for an empty table reads and sorts all of a full one.
     */
    boolean planForAQueue();

    /** Tells listeners when the transaction is committed. */
    boolean announce(String topic);

    /** What a server says about itself. */
    record About(String version, int versionNumber, boolean prepared) {}
}
