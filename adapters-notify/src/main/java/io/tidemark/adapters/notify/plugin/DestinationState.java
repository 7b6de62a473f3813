package io.tidemark.adapters.notify.plugin;

/**
 * How a destination is, at this moment.
 *
 * @param reason why it is not {@link Condition#OK}; empty if it is
 * @param runningCalls the calls of its plugin that run now, those that do not come back included
 */
public record DestinationState(Condition condition, String reason, int runningCalls) {
    /** What can be said of a destination. */
    public enum Condition {
        /** Messages are handed over. */
        OK,
        /** Its receiver failed again and again, and is left alone for a while. */
        CIRCUIT_OPEN,
        /** A call of its plugin ran out of time and has not come back; nothing is handed over until it does. */
        FENCED_OFF,
        /** Its settings cannot be read or are wrong; nothing is handed over until they are put right. */
        UNUSABLE,
        /** The host closed it. */
        CLOSED
    }
}
