package io.tidemark.bootstrap.daemon;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was started, to be stopped in reverse order: each part has what is left of the grace. */
final class Lifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final Deque<Part> started = new ArrayDeque<>();
    private final Duration grace;
    private final LongSupplier nanos;
    private boolean stopped;

    /** Ends a part within the time that is left. */
    @FunctionalInterface
    interface Stop {
        void within(Duration left) throws Exception;
    }

    private record Part(String name, Stop stop) {}

    Lifecycle(Duration grace, LongSupplier nanos) {
        this.grace = grace;
        this.nanos = nanos;
    }

    /** Notes that a part was started. One that starts while everything stops is stopped at once. */
    synchronized void started(String name, Stop stop) {
        Part part = new Part(name, stop);
        if (stopped) {
            stop(part, grace);
        } else {
            started.push(part);
        }
    }

    /** Stops what was started, the last first. What cannot be stopped is logged, and keeps nothing else from stopping. */
    synchronized void stop() {
        stopped = true;
        long deadline = nanos.getAsLong() + grace.toNanos();
        while (!started.isEmpty()) {
            stop(started.pop(), Duration.ofNanos(Math.max(0, deadline - nanos.getAsLong())));
        }
    }

    private static void stop(Part part, Duration left) {
        try {
            part.stop().within(left);
            LOG.debug("Stopped: {}", part.name());
        } catch (Exception e) {
            LOG.warn("Not stopped properly: {}", part.name(), e);
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
