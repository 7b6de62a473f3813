package io.tidemark.adapters.notify.dispatch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Wakes when it is time to look again: when it is rung, or at the earliest of the times that were asked for. */
final class Alarm {
    private static final Duration SHORTEST_SLEEP = Duration.ofMillis(1);

    private final Semaphore bell = new Semaphore(0);
    private final LongSupplier nanos;
    private final long start;
    private long next = Long.MAX_VALUE;

    Alarm(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    /** It is time now. */
    void ring() {
        bell.release();
    }

    synchronized void in(Duration wait) {
        next = Math.min(next, now() + wait.toNanos());
    }

    /** Waits until it is time, at most so long. */
    void sleep(Duration most) throws InterruptedException {
        Duration left = left(most);
        Duration sleep = left.compareTo(SHORTEST_SLEEP) < 0 ? SHORTEST_SLEEP : left;
        var unused = bell.tryAcquire(sleep.toNanos(), TimeUnit.NANOSECONDS);
        bell.drainPermits();
    }

    /** A time that has come is forgotten. */
    private synchronized Duration left(Duration most) {
        long wait = next - now();
        if (wait <= 0) {
            next = Long.MAX_VALUE;
            return Duration.ZERO;
        }
        return wait < most.toNanos() ? Duration.ofNanos(wait) : most;
    }

    private long now() {
        return nanos.getAsLong() - start;
    }
}
