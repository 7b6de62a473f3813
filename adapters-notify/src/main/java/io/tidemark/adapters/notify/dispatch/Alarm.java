package io.tidemark.adapters.notify.dispatch;

import java.time.Duration;
import java.util.function.LongSupplier;

/** Knows when it is time to look again: at the earliest of the times that were asked for. */
final class Alarm {
    private final LongSupplier nanos;
    private final long start;
    private long next = Long.MAX_VALUE;

    Alarm(LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
    }

    synchronized void in(Duration wait) {
        next = Math.min(next, now() + wait.toNanos());
    }

    /** How long until then, at most so long. A time that has come is forgotten. */
    synchronized Duration left(Duration most) {
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
