package io.tidemark.application.record;

import io.tidemark.application.port.Clocks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Writes what waits in backlogs, from a daemon thread of its own, until it is closed. */
public final class BackgroundWriter {
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(1);
    private static final Duration PAUSE_WHILE_CLOSING = Duration.ofMillis(100);

    private final List<Backlog<?>> backlogs;
    private final Duration interval;
    private final Clocks clocks;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile long deadlineNanos;

    private BackgroundWriter(List<Backlog<?>> backlogs, Duration interval, Clocks clocks) {
        this.backlogs = backlogs;
        this.interval = interval;
        this.clocks = clocks;
        this.thread = new Thread(this::run, "tidemark-writer");
        thread.setDaemon(true);
    }

    /** Starts to write; what is added waits for the interval at most. */
    public static BackgroundWriter start(Duration interval, Clocks clocks, Backlog<?>... backlogs) {
        BackgroundWriter writer = new BackgroundWriter(List.of(backlogs), interval, clocks);
        writer.thread.start();
        return writer;
    }

    /** Writes what waits, and counts as lost what could not be written in that time. */
    public void close(Duration timeout) {
        deadlineNanos = nanos() + timeout.toNanos();
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join(Math.max(1, timeout.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A storage that does not answer keeps nobody waiting; it may heed an interrupt.
        thread.interrupt();
        backlogs.forEach(Backlog::giveUp);
    }

    private void run() {
        long nextTry = nanos();
        while (!stopped) {
            LockSupport.parkNanos(this, interval.toNanos());
            if (nanos() - nextTry >= 0 && !writeAll()) {
                nextTry = nanos() + PAUSE_WHILE_AWAY.toNanos();
            }
            backlogs.forEach(Backlog::warn);
        }
        while (!writeAll() && nanos() - deadlineNanos < 0) {
            LockSupport.parkNanos(this, PAUSE_WHILE_CLOSING.toNanos());
        }
        backlogs.forEach(Backlog::giveUp);
    }

    private boolean writeAll() {
        boolean all = true;
        for (Backlog<?> backlog : backlogs) {
            all &= backlog.writeAll();
        }
        return all;
    }

    private long nanos() {
        return clocks.nanos().getAsLong();
    }
}
