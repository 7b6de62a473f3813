package io.tidemark.application.port;

/**
 * Tells listeners, in this process and in others on the same storage, that something may have changed.
 *
 * <p>A signal is a hint: it may come late, twice, without need, or, when a connection is lost, not at all. After a
 * connection was lost and found again every listener is called once. Whoever listens also looks from time to time.
 */
public interface Signals {
    /**
     * Calls a listener when something is announced, soon after it was committed, on a thread of the storage or of whoever
     * announced it; listeners must return quickly, and what they throw is logged and otherwise ignored.
     */
    Subscription subscribe(Topic topic, Runnable listener);

    /** Ends the calls. Closing twice changes nothing. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
