package io.tidemark.adapters.notify.plugin;

import io.tidemark.channel.Channel;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import java.time.Duration;

/** Stands in for a channel that could not be made: nothing is tried, so that messages wait until it can. */
final class UnusableChannel implements Channel {
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final String why;

    UnusableChannel(String why) {
        this.why = why;
    }

    @Override
    public Delivery deliver(Message message) {
        return HostReason.UNUSABLE.later(why).withRetryAfter(PAUSE);
    }

    @Override
    public void close() {
        // Nothing was opened.
    }
}
