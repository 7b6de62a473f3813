package io.tidemark.application.record;

import static java.util.Objects.requireNonNullElse;

import io.tidemark.application.journal.Journal;
import io.tidemark.application.journal.JournalSettings;
import io.tidemark.application.journal.Sieve;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Takes timings from any thread and writes them in batches from one of its own.
 *
 * <p>Recording never waits, never throws and allocates nothing; what finds no room is counted by {@link Loss reason}. A
 * timing above its operation's threshold is passed on at once. While the storage is away, timings wait in a bounded
 * buffer and are written in order when it is back.
 */
public final class Recorder implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Clocks clocks;
    private final RecorderSettings settings;
    private final SlowTimings slowTimings;
    private final Lanes lanes;
    private final Operations operations;
    private final Tally tally = new Tally();
    private final @Nullable Journal journal;
    private final Flusher flusher;
    private final DurableRecording durable;
    private final Thread thread;

    Recorder(Lanes lanes, TimingLog log, RecorderSettings settings, Clocks clocks, SlowTimings slowTimings) {
        this.lanes = lanes;
        this.settings = settings;
        this.clocks = clocks;
        this.slowTimings = slowTimings;
        this.operations = new Operations(settings.maxOperations(), (name, number) -> new Operation(name, number, this));
        this.journal = journal(log);
        Buffer buffer = new Buffer(journal == null ? new Sieve(log) : journal, settings.maxBuffered(), tally);
        this.flusher = new Flusher(lanes, buffer, this::timing, tally, clocks);
        this.durable = new DurableRecording(
                new PatientTimingLog(log, PATIENCE, clocks.nanos()), operations, slowTimings, tally);
        this.thread = new Thread(() -> flusher.run(settings.flushInterval()), "tidemark-flusher");
        thread.setDaemon(true);
    }

    /**
     * Starts a recorder, with a daemon thread that writes to {@code log}.
     *
     * @throws io.tidemark.application.port.StorageException when there is to be a journal, and it cannot be opened
     */
    public static Recorder start(TimingLog log, RecorderSettings settings, Clocks clocks, SlowTimings slowTimings) {
        Lanes lanes = new Lanes(Runtime.getRuntime().availableProcessors());
        Recorder recorder = new Recorder(lanes, log, settings, clocks, slowTimings);
        recorder.thread.start();
        return recorder;
    }

    /**
     * The operation of that name, made when it is new; beyond the limit of operations, one that stands for all others.
     *
     * @throws IllegalArgumentException when the name breaks the rules
     */
    public Operation operation(String name) {
        return operations.named(name);
    }

    /** Records a run that has just ended; a name that breaks the rules is counted as lost. */
    public void record(String operation, Duration duration) {
        try {
            operation(operation).record(duration);
        } catch (IllegalArgumentException e) {
            tally.invalid(e);
        }
    }

    /** Records a run that has just ended, with its context; a name that breaks the rules is counted as lost. */
    public void record(String operation, Duration duration, Context context) {
        try {
            operation(operation).record(duration, context);
        } catch (IllegalArgumentException e) {
            tally.invalid(e);
        }
    }

    /** Records a run whose end is known. */
    public void record(Timing timing) {
        long endMicros = ChronoUnit.MICROS.between(Instant.EPOCH, timing.end());
        record(operation(timing.operation()), timing.durationMicros(), endMicros, timing.context());
    }

    /** Passes on a timing that somebody else stores, when it is above its operation's threshold. */
    public void notice(Timing timing) {
        if (operation(timing.operation()).isExceededBy(timing.durationMicros())) {
            slowTimings.noticed(timing);
        }
    }

    /**
     * Records a run that has just ended, and returns when it is stored.
     *
     * @throws IllegalArgumentException when the name or the duration breaks the rules
     * @throws io.tidemark.application.port.StorageException when it was not stored: the storage is away, for longer than
     *     a few seconds (then it may have been stored after all), or refuses it (lasting)
     */
    public void recordDurably(String operation, Duration duration, Context context) {
        recordDurably(List.of(
                new Timing(operation, Timing.toMicros(duration), clocks.wall().instant(), context)));
    }

    /**
     * Records timings, and returns when all of them are stored.
     *
     * @throws io.tidemark.application.port.StorageException when none was stored: the storage is away, for longer than a
     *     few seconds (then all may have been stored after all), or refuses one (lasting)
     */
    public void recordDurably(List<Timing> timings) {
        durable.store(timings.stream().map(durable::counted).toList());
    }

    /** Takes timings that come from outside, which may be wrong. */
    public Intake intake() {
        return new Intake(durable, clocks.wall());
    }

    /** Sets, for each operation there is or will be, the longest duration that is not passed on as slow. */
    public void setThresholds(ToLongFunction<String> thresholdsByName) {
        operations.setThresholds(thresholdsByName);
    }

    /** The context of timings that are recorded without one. */
    public Context context() {
        return settings.context();
    }

    /** What became of the timings so far. */
    public RecorderReport report() {
        RecorderReport counted = tally.report();
        // Asked last: what is stored in between is missing for a moment, rather than counted twice.
        return journal == null ? counted : counted.withJournaled(journal.timings());
    }

    /**
     * Stops taking timings, writes those that it has, and says what it could not write in that time; what is in the
     * journal by then stays there for the next run, and is not lost.
     */
    public RecorderReport close(Duration timeout) {
        long start = nanos();
        flusher.stop(timeout);
        LockSupport.unpark(thread);
        try {
            thread.join(Math.max(1, timeout.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        // A storage that does not answer keeps nobody waiting; it may heed an interrupt.
        thread.interrupt();
        flusher.giveUp();
        if (journal != null) {
            journal.close(timeout.minusNanos(nanos() - start));
        }
        return report();
    }

    @Override
    public void close() {
        close(CLOSE_TIMEOUT);
    }

    void record(Operation operation, long micros, long endMicros, @Nullable Context context) {
        if (micros < 1 || micros > Timing.MAX_MICROS) {
            tally.lost(Loss.INVALID, 1);
            return;
        }
        int waiting = lanes.add(operation.number(), micros, endMicros, context);
        if (waiting == 0) {
            tally.lost(flusher.isStopped() ? Loss.RECORDER_CLOSED : Loss.RECORDER_FULL, 1);
        } else if (waiting == Lane.CAPACITY / 2) {
            LockSupport.unpark(thread);
        }
        if (operation.isExceededBy(micros)) {
            slowTimings.noticed(timing(operation, micros, endMicros, context));
        }
    }

    long nanos() {
        return clocks.nanos().getAsLong();
    }

    long epochMicros(long nanos) {
        return flusher.epochMicros(nanos);
    }

    private @Nullable Journal journal(TimingLog log) {
        JournalSettings where = settings.journal();
        return where == null
                ? null
                : Journal.open(where, log, tally, timings -> tally.lost(Loss.JOURNAL_DAMAGED, timings));
    }

    private Timing timing(int number, long micros, long endMicros, @Nullable Context context) {
        return timing(operations.numbered(number), micros, endMicros, context);
    }

    private Timing timing(Operation operation, long micros, long endMicros, @Nullable Context context) {
        Instant end = endMicros == Lane.ENDS_WHEN_DRAINED
                ? clocks.wall().instant()
                : Instant.EPOCH.plus(endMicros, ChronoUnit.MICROS);
        return new Timing(operation.name(), micros, end, requireNonNullElse(context, settings.context()));
    }
}
