package io.tidemark.application.record;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

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

    /**
     * Runs the work and records how long it took. An exception passes through unchanged; the run is recorded all the same,
     * with the exception's class and message as its error.
     *
     * <pre>{@code
     * Operation merge = tidemark.operation("merge_branches");
     * MergeResult result = merge.time(() -> merge(source, target));
     * CompletableFuture<Page> page = tidemark.operation("get_history").timeStage(() -> client.history(branch));
     * pool.submit(tidemark.operation("search_history").wrap(this::search));
     * }</pre>
     */
    public <T, E extends Exception> T time(Work<T, E> work) throws E {
        Timer timer = start();
        try {
            T result = work.run();
            timer.close();
            return result;
        } catch (Throwable error) {
            timer.fail(error);
            throw error;
        }
    }

    /** As {@link #time(Work)}, for work without a result. */
    public <E extends Exception> void time(Action<E> action) throws E {
        Timer timer = start();
        try {
            action.run();
            timer.close();
        } catch (Throwable error) {
            timer.fail(error);
            throw error;
        }
    }

    /**
     * Starts work that goes on elsewhere, and records how long it takes until it completes: with a result, with an
     * exception, or cancelled.
     *
     * @return completes as the work does, with the same result or exception, once the run is recorded; cancelling it
     *     cancels the work
     */
    public <T> CompletableFuture<T> timeStage(Supplier<? extends CompletionStage<T>> work) {
        Timer timer = start();
        try {
            return TimedStage.follow(work.get(), timer);
        } catch (Throwable error) {
            timer.fail(error);
            throw error;
        }
    }

    /** The same task, each run of it recorded as by {@link #time(Action)}. */
    public Runnable wrap(Runnable task) {
        requireNonNull(task, "task");
        return () -> time(task::run);
    }

    /** The same task, each run of it recorded as by {@link #time(Work)}. */
    public <T> Callable<T> wrap(Callable<T> task) {
        requireNonNull(task, "task");
        return () -> time(task::call);
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

    /** Its number means nothing to another recorder. */
    Operation requireOf(Recorder other) {
        if (recorder != other) {
            throw new IllegalArgumentException(
                    "%s is of another recorder: take the one that this recorder has by that name".formatted(this));
        }
        return this;
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

    /** Work with a result, such as a {@link Callable} or a {@link Supplier}; may fail with {@code E}. */
    @FunctionalInterface
    public interface Work<T, E extends Exception> {
        T run() throws E;
    }

    /** Work without a result, such as a {@link Runnable}; may fail with {@code E}. */
    @FunctionalInterface
    public interface Action<E extends Exception> {
        void run() throws E;
    }
}
