package io.tidemark.application.record;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;

/**
 * A named operation, ready to be recorded: the look-up by name is done once. Recording never waits, never throws for
 * want of room or of a database, and allocates nothing.
 */
public final class Operation {
    /** A threshold that no timing exceeds: there is no baseline yet. */
    static final long NO_THRESHOLD = Long.MAX_VALUE;

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long MAX_SECONDS = Timing.MAX_MICROS / 1_000_000;

    private final String name;
    private final int number;
    private final Recorder recorder;
    private volatile long threshold = NO_THRESHOLD;

    Operation(String name, int number, Recorder recorder) {
        this.name = name;
        this.number = number;
        this.recorder = recorder;
    }

    public String name() {
        return name;
    }

    /** Records a run that has just ended. Its end is known to the flush interval; a {@link #start timer} is exact. */
    public void record(Duration duration) {
        recorder.record(this, micros(duration), Lane.ENDS_WHEN_DRAINED, null);
    }

    /** Records a run that has just ended, with its context. */
    public void record(Duration duration, Context context) {
        recorder.record(this, micros(duration), Lane.ENDS_WHEN_DRAINED, context);
    }

    /** Records a run that has just ended, by its length in nanoseconds. */
    public void recordNanos(long nanos) {
        recorder.record(this, micros(nanos), Lane.ENDS_WHEN_DRAINED, null);
    }

    /** Records a run that has just ended, by its length in nanoseconds, with its context. */
    public void recordNanos(long nanos, Context context) {
        recorder.record(this, micros(nanos), Lane.ENDS_WHEN_DRAINED, context);
    }

    /** Starts a timer that records when it is closed. */
    public Timer start() {
        return new Timer(this, recorder, null);
    }

    /** Starts a timer that records with a context when it is closed. */
    public Timer start(Context context) {
        return new Timer(this, recorder, context);
    }

    /** As {@link Timing#toMicros(Duration)}, but what is no timing comes out as one the recorder refuses. */
    private static long micros(Duration duration) {
        long seconds = duration.getSeconds();
        return seconds < 0 || seconds > MAX_SECONDS
                ? -1
                : Timing.toMicros(seconds * NANOS_PER_SECOND + duration.getNano());
    }

    /** As {@link Timing#toMicros(long)}, but what is no timing comes out as one the recorder refuses. */
    static long micros(long nanos) {
        return nanos < 0 ? -1 : Timing.toMicros(nanos);
    }

    int number() {
        return number;
    }

    boolean isExceededBy(long micros) {
        return micros > threshold;
    }

    void setThreshold(long micros) {
        threshold = micros;
    }

    @Override
    public String toString() {
        return "Operation[" + name + "]";
    }
}
