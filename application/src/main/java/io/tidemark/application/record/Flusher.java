package io.tidemark.application.record;

import io.tidemark.application.port.Clocks;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** Drains the lanes into the buffer, and the buffer into the storage, until it is stopped. */
final class Flusher {
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(1);
    private static final Duration PAUSE_WHILE_CLOSING = Duration.ofMillis(100);
    private static final long NANOS_PER_MICRO = 1_000;

    private final Lanes lanes;
    private final Buffer buffer;
    private final Draft draft;
    private final Tally tally;
    private final Clocks clocks;
    private volatile Anchor anchor;
    private volatile boolean stopped;
    private volatile long deadlineNanos;

    /** Makes a timing of what was recorded. */
    @FunctionalInterface
    interface Draft {
        Timing timing(int operation, long micros, long endMicros, @Nullable Context context);
    }

    /** Ties the monotonic clock to the wall clock at one moment, so that the end of a timer costs one reading. */
    private record Anchor(long epochMicros, long nanos) {}

    Flusher(Lanes lanes, Buffer buffer, Draft draft, Tally tally, Clocks clocks) {
        this.lanes = lanes;
        this.buffer = buffer;
        this.draft = draft;
        this.tally = tally;
        this.clocks = clocks;
        this.anchor = anchorNow();
    }

    void run(Duration interval) {
        long nextTry = nanos();
        while (!stopped) {
            LockSupport.parkNanos(this, interval.toNanos());
            anchor = anchorNow();
            lanes.drainTo(this::keep);
            if (nanos() - nextTry >= 0 && !writeAll()) {
                nextTry = nanos() + PAUSE_WHILE_AWAY.toNanos();
            }
            tally.warn();
        }
        lanes.seal(this::keep);
        writeUntilDeadline();
        giveUp();
    }

    /** Takes nothing from now on, and counts as lost what is not written yet. Doing it again changes nothing. */
    void giveUp() {
        lanes.seal(this::keep);
        buffer.giveUp();
        tally.warn();
    }

    void stop(Duration timeout) {
        deadlineNanos = nanos() + timeout.toNanos();
        stopped = true;
    }

    boolean isStopped() {
        return stopped;
    }

    long epochMicros(long nanos) {
        Anchor now = anchor;
        return now.epochMicros + (nanos - now.nanos) / NANOS_PER_MICRO;
    }

    /** Writes until nothing waits, or until it is time to close; false when the storage is away. */
    private boolean writeAll() {
        while (!buffer.isEmpty() && !stopped) {
            if (!buffer.writeBatch()) {
                return false;
            }
            lanes.drainTo(this::keep);
        }
        return true;
    }

    private void writeUntilDeadline() {
        while (!buffer.isEmpty() && nanos() - deadlineNanos < 0) {
            if (!buffer.writeBatch()) {
                LockSupport.parkNanos(this, PAUSE_WHILE_CLOSING.toNanos());
            }
        }
    }

    private void keep(int operation, long micros, long end, @Nullable Context context) {
        buffer.add(draft.timing(operation, micros, end, context));
    }

    private Anchor anchorNow() {
        return new Anchor(ChronoUnit.MICROS.between(Instant.EPOCH, clocks.wall().instant()), nanos());
    }

    private long nanos() {
        return clocks.nanos().getAsLong();
    }
}
