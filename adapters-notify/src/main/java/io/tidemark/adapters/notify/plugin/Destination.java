package io.tidemark.adapters.notify.plugin;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.tidemark.adapters.notify.plugin.DestinationState.Condition;
import io.tidemark.channel.Channel;
import io.tidemark.channel.Delivery;
import io.tidemark.channel.Message;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * One configured channel, ready to be handed messages. Whatever its plugin does, {@link #deliver} returns a value, within
 * the time limit and its grace. Safe for several threads.
 */
public final class Destination implements AutoCloseable {
    private static final Duration SLOW = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private final DestinationConfig config;
    private final Fence fence;
    private final Bulkhead bulkhead;
    private final CircuitBreaker breaker;
    private final Channel channel;
    private final @Nullable String flaw;
    private final Pace pace;
    private final boolean takesDigests;
    private final AtomicBoolean closed = new AtomicBoolean();

    Destination(DestinationConfig config, CreatedChannel created, Clock clock) {
        this.config = config;
        DestinationLimits limits = config.limits();
        fence = new Fence(clock);
        bulkhead = bulkhead(config.name(), limits.parallelCalls());
        breaker = breaker(config.name(), limits.breaker(), clock);

        Channel called = new CalledChannel(created, limits.time(), bulkhead, fence);
        Channel left = new BreakerChannel(called, breaker, limits.breaker().pause());
        pace = Objects.requireNonNullElse(limits.pace(), created.manners().pace());
        Channel paced = new PacedChannel(left, limiter(config.name(), pace));
        channel = new FencedChannel(paced, fence);
        flaw = null;
        takesDigests = created.manners().takesDigests();
    }

    private Destination(DestinationConfig config, String why, Clock clock) {
        this.config = config;
        fence = new Fence(clock);
        bulkhead = bulkhead(config.name(), config.limits().parallelCalls());
        breaker = breaker(config.name(), config.limits().breaker(), clock);
        channel = new UnusableChannel(why);
        flaw = why;
        pace = Pace.perMinute(60);
        takesDigests = false;
    }

    /**
     * A destination whose channel cannot be made: what is sent to it waits.
     *
     * @param why what is wrong with it and what to do about it; no secret
     */
    public static Destination unusable(DestinationConfig config, String why, Clock clock) {
        return new Destination(config, why, clock);
    }

    public String name() {
        return config.name();
    }

    public String type() {
        return config.type();
    }

    /** How fast messages follow each other. */
    public Pace pace() {
        return pace;
    }

    /** What it may take of the host, and what is asked of its receiver. */
    public DestinationLimits limits() {
        return config.limits();
    }

    /** Whether messages that wait may be merged into one for it. */
    public boolean takesDigests() {
        return takesDigests;
    }

    /**
     * Tries once. Throws nothing but what concerns the whole virtual machine. If the calling thread is interrupted, it
     * stays so, and the delivery is to be tried again.
     */
    public Delivery deliver(Message message) {
        if (closed.get()) {
            return HostReason.CLOSED.later("the destination is closed");
        }
        try {
            return channel.deliver(message);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return HostReason.INTERRUPTED.later("the host stops").withMaybeDuplicate();
        }
    }

    public DestinationState state() {
        Optional<String> fenced = fence.reason();
        int running = config.limits().parallelCalls() - bulkhead.getMetrics().getAvailableConcurrentCalls();
        if (closed.get()) {
            return new DestinationState(Condition.CLOSED, "the host closed it", running);
        }
        if (flaw != null) {
            return new DestinationState(Condition.UNUSABLE, flaw, running);
        }
        if (fenced.isPresent()) {
            return new DestinationState(Condition.FENCED_OFF, fenced.get(), running);
        }
        if (breaker.getState() == CircuitBreaker.State.OPEN) {
            String reason = config.limits().breaker().failures() + " deliveries in a row failed";
            return new DestinationState(Condition.CIRCUIT_OPEN, reason, running);
        }
        return new DestinationState(Condition.OK, "", running);
    }

    /** Closes the channel, within the time limit. What goes wrong is logged. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            channel.close();
        }
    }

    @Override
    public String toString() {
        return "Destination[" + config + ", " + state() + "]";
    }

    private static Bulkhead bulkhead(String name, int parallelCalls) {
        return Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(parallelCalls)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    private static CircuitBreaker breaker(String name, Breaker settings, Clock clock) {
        return CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindow(settings.failures(), settings.failures(), SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .waitDurationInOpenState(settings.pause())
                        .recordResult(BreakerChannel::isFailure)
                        .clock(clock)
                        .build());
    }

    private static RateLimiter limiter(String name, Pace pace) {
        return RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(pace.interval())
                        .timeoutDuration(patience(pace))
                        .build());
    }

    /** Who comes too early waits a moment at a fast pace; at a slow one, that would keep workers from the others. */
    private static Duration patience(Pace pace) {
        return pace.interval().compareTo(SLOW) < 0 ? PATIENCE : Duration.ZERO;
    }
}
