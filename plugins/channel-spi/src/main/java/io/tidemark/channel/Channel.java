package io.tidemark.channel;

/**
 * Brings messages to one destination. A channel tries once and classifies what happened; retries, pacing, time limits
 * and circuit breakers are the host's. Several threads may call {@link #deliver} at the same time.
 */
public interface Channel extends AutoCloseable {
    /**
     * Tries once to hand over the message and says how that went. Every answer of the receiver, and every failure to
     * reach it, is a {@link Delivery}; an exception means a defect in the channel and is treated as
     * {@link Delivery.Outcome#RETRY_LATER}. The host may hand in the same message again, with the same
     * {@link Message#id()}.
     *
     * @throws InterruptedException if the host gave up on this attempt; whether it arrived is then unknown
     */
    Delivery deliver(Message message) throws InterruptedException;

    /**
     * Whether messages that wait while the receiver is throttled may be merged into one {@link Message.Kind#DIGEST}. A
     * receiver that keeps its own count of alerts, such as a pager or a program, says no.
     */
    default boolean takesDigests() {
        return true;
    }

    /**
     * How many messages the receiver likes to get in a minute, one or more; the host spreads them evenly. The settings of
     * a destination may say another number. The same at every call.
     */
    default int messagesPerMinute() {
        return 60;
    }

    /** Gives back what this channel opened, and nothing that the host lent. Closing twice is harmless. */
    @Override
    void close();
}
