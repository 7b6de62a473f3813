package io.tidemark.adapters.notify.plugin;

import io.github.resilience4j.ratelimiter.RateLimiter;
import io.tidemark.channel.Channel;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import java.time.Duration;

/** Keeps to the pace of a destination, and waits for nothing: who comes too early is told when to come again. */
final class PacedChannel implements Channel {
    private final Channel channel;
    private final RateLimiter limiter;

    PacedChannel(Channel channel, RateLimiter limiter) {
        this.channel = channel;
        this.limiter = limiter;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        if (limiter.acquirePermission()) {
            return channel.deliver(message);
        }
        Duration interval = limiter.getRateLimiterConfig().getLimitRefreshPeriod();
        return HostReason.PACED.later("one message in " + interval).withRetryAfter(interval);
    }

    @Override
    public void close() {
        channel.close();
    }
}
