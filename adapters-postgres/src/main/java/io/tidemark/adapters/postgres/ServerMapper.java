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

    /** Tells listeners when the transaction is committed. */
    boolean announce(String topic);

    /** What a server says about itself. */
    record About(String version, int versionNumber, boolean prepared) {}
}
