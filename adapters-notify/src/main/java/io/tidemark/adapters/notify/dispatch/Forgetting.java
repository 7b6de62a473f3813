package io.tidemark.adapters.notify.dispatch;

import io.tidemark.application.port.Outbox;
import java.time.Duration;
import java.util.function.LongSupplier;

/** Deletes what was delivered long ago: a little at a time, now and then. */
final class Forgetting {
    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final int MOST_AT_ONCE = 1_000;

    private final Outbox outbox;
    private final Duration keep;
    private final LongSupplier nanos;
    private long last;

    Forgetting(Outbox outbox, Duration keep, LongSupplier nanos) {
        this.outbox = outbox;
        this.keep = keep;
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** Does it when it is time to. */
    void now() {
        long time = nanos.getAsLong();
        if (time - last >= BETWEEN.toNanos()) {
            last = time;
            outbox.forget(keep, MOST_AT_ONCE);
        }
    }
}
