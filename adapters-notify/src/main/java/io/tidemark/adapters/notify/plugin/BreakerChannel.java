package io.tidemark.adapters.notify.plugin;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tidemark.channel.Channel;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Leaves a receiver alone that failed several times in a row, then tries it with one message. */
final class BreakerChannel implements Channel {
    private final Channel channel;
    private final CircuitBreaker breaker;
    private final Duration pause;

    BreakerChannel(Channel channel, CircuitBreaker breaker, Duration pause) {
        this.channel = channel;
        this.breaker = breaker;
        this.pause = pause;
    }

    @Override
    public Delivery deliver(Message message) throws InterruptedException {
        if (!breaker.tryAcquirePermission()) {
            return HostReason.CIRCUIT_OPEN
                    .later("it failed several times in a row and is left alone for " + pause)
                    .withRetryAfter(pause);
        }
        boolean recorded = false;
        try {
            Delivery delivery = channel.deliver(message);
            if (HostReason.wasTried(delivery)) {
                breaker.onResult(0, TimeUnit.NANOSECONDS, delivery);
                recorded = true;
            }
            return delivery;
        } finally {
            if (!recorded) {
                breaker.releasePermission();
            }
        }
    }

    /** A receiver that asks for a pause is in order, and a refused message says nothing about the next one. */
    static boolean isFailure(Object result) {
        return result instanceof Delivery delivery
                && switch (delivery.outcome()) {
                    case DELIVERED, REFUSED -> false;
                    case RETRY_LATER -> delivery.retryAfter() == null;
                    case CHANNEL_DOWN -> true;
                };
    }

    @Override
    public void close() {
        channel.close();
    }
}
