package io.tidemark.application;

import io.tidemark.application.alert.JobAlerts;
import io.tidemark.application.alert.LossAlerts;
import io.tidemark.application.alert.ViolationWatch;
import io.tidemark.application.baseline.BaselineWatch;
import io.tidemark.application.baseline.Baselines;
import io.tidemark.application.deployment.DeploymentDesk;
import io.tidemark.application.merge.MergeRecorder;
import io.tidemark.application.merge.MergeTimer;
import io.tidemark.application.overview.Overview;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.DeadLetters;
import io.tidemark.application.port.JobReader;
import io.tidemark.application.port.MergeReader;
import io.tidemark.application.port.OperationBook;
import io.tidemark.application.port.OperationReader;
import io.tidemark.application.port.RouteBook;
import io.tidemark.application.port.ScheduleBook;
import io.tidemark.application.port.Signals.Subscription;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.Storages;
import io.tidemark.application.port.TimingReader;
import io.tidemark.application.port.Topic;
import io.tidemark.application.port.TraceReader;
import io.tidemark.application.record.BackgroundWriter;
import io.tidemark.application.record.Intake;
import io.tidemark.application.record.Operation;
import io.tidemark.application.record.Recorder;
import io.tidemark.application.record.RecorderReport;
import io.tidemark.application.record.Timer;
import io.tidemark.application.schedule.Jobs;
import io.tidemark.application.schedule.StandardJob;
import io.tidemark.application.trace.OpenSpan;
import io.tidemark.application.trace.Tracer;
import io.tidemark.application.trace.Tracing;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.trace.Span;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * Tidemark inside an application: records operations, knows what is normal, and raises alerts.
 *
 * <pre>{@code
 * try (Tidemark tidemark = Tidemark.open(TidemarkSettings.defaults())) {
 *     tidemark.record("commit", Duration.ofMillis(3));
 * }
 * }</pre>
 *
 * <p>Recording never waits, never throws for want of room or of a database, and costs tens of nanoseconds. Safe for
 * several threads.
 */
public final class Tidemark implements AutoCloseable {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    private final Storage storage;
    private final boolean ownsStorage;
    private final String user;
    private final LongSupplier nanos;
    private final BaselineWatch baselineWatch;
    private final Alerting alerting;
    private final Analysis analysis;
    private final ToLongFunction<String> thresholds;
    private final ViolationWatch violations;
    private final Recorder recorder;
    private final Tracer tracer;
    private final MergeRecorder merges;
    private final BackgroundWriter writer;
    private final Refresher refresher;
    private final Subscription inbox;
    private final Housekeeper housekeeper;
    private final Jobs jobs;

    private Tidemark(Storage storage, boolean ownsStorage, TidemarkSettings settings, Clocks clocks) {
        this.storage = storage;
        this.ownsStorage = ownsStorage;
        this.nanos = clocks.nanos();
        this.baselineWatch = new BaselineWatch(storage.baselineReader(), storage.operationReader());
        this.thresholds = operation ->
                baselineWatch.thresholdMicros(operation, clocks.wall().instant());
        this.user = settings.recorder().context().user();
        // First what may fail: no thread is left behind by an application that could not start.
        baselineWatch.refresh();
        this.alerting = Alerting.over(storage, settings, clocks.wall());
        this.analysis = Analysis.over(storage, settings, alerting.desk(), baselineWatch, clocks.wall());
        this.jobs = Jobs.register(
                settings.jobs().of(Duties.of(analysis, storage.upkeep())),
                storage,
                clocks,
                processName(),
                new JobAlerts(alerting.desk(), alerting::isClosed));
        this.violations = ViolationWatch.start(baselineWatch, alerting.desk());
        this.recorder = recorder(storage, settings, clocks);
        recorder.setThresholds(thresholds);
        this.tracer = new Tracer(storage.traces(), recorder, settings.recorder().context(), clocks);
        this.merges = new MergeRecorder(
                storage.merges(), recorder, settings.recorder().context(), tracer::current, clocks);
        this.writer =
                BackgroundWriter.start(settings.recorder().flushInterval(), clocks, tracer.ended(), merges.ended());
        LossAlerts losses =
                new LossAlerts(alerting.desk(), () -> recorder.report().lostInAll(), clocks.wall());
        this.refresher = Refresher.start(storage.signals(), onSignal(), () -> {
            alerting.refresh();
            losses.look();
        });
        this.inbox = storage.inbox().drain(timings -> timings.forEach(recorder::notice));
        this.housekeeper = Housekeeper.start(storage.upkeep(), !settings.jobs().runs(StandardJob.RETENTION));
        alerting.start();
        jobs.start();
    }

    /**
     * Opens the storage that the settings choose, and starts.
     *
     * @throws IllegalArgumentException when the settings are wrong
     * @throws StorageException when the storage cannot be reached, or the journal cannot be opened
     */
    public static Tidemark open(TidemarkSettings settings) {
        Clocks clocks = Clocks.system();
        Storage storage =
                Storages.create(settings.storage().name(), settings.storage().settings(), clocks.wall());
        try {
            storage.prepare();
            return new Tidemark(storage, true, settings, clocks);
        } catch (RuntimeException e) {
            storage.close();
            throw e;
        }
    }

    /** Starts on a storage that somebody else has prepared and will close. */
    public static Tidemark over(Storage storage, TidemarkSettings settings, Clocks clocks) {
        return new Tidemark(storage, false, settings, clocks);
    }

    /** Records a run of an operation that has just ended. */
    public void record(String operation, Duration duration) {
        recorder.record(operation, duration);
    }

    /** Records a run of an operation that has just ended, with its context. */
    public void record(String operation, Duration duration, Context context) {
        recorder.record(operation, duration, context);
    }

    /**
     * Records a run of an operation that has just ended, and returns when it is stored: for the few that must not be lost.
     * Safe for several threads, which do not wait for each other.
     *
     * @throws IllegalArgumentException when the name or the duration breaks the rules
     * @throws StorageException when it was not stored: the storage is away, for longer than
     *     a few seconds (then it may have been stored after all), or refuses it (lasting)
     */
    public void recordDurably(String operation, Duration duration, Context context) {
        recorder.recordDurably(operation, duration, context);
    }

    /**
     * Records timings that were measured elsewhere, and returns when all of them are stored.
     *
     * @throws StorageException when none was stored: the storage is away, for longer than a
     *     few seconds (then all may have been stored after all), or refuses one (lasting)
     */
    public void recordDurably(List<Timing> timings) {
        recorder.recordDurably(timings);
    }

    /**
     * Records spans that were measured elsewhere, and returns when all of them are stored. Those that are stored already
     * are not stored twice.
     *
     * @throws io.tidemark.application.port.StorageException when none was stored, unless a connection was lost over the
     *     answer
     */
    public void recordSpansDurably(List<Span> spans) {
        storage.traces().append(spans);
    }

    /** Takes timings that come from outside, which may be wrong: says of each row what is wrong with it. */
    public Intake intake() {
        return recorder.intake();
    }

    /**
     * An operation to be recorded many times: saves the look-up by name.
     *
     * @throws IllegalArgumentException when the name is blank, longer than 200 characters, or contains a NUL character
     */
    public Operation operation(String name) {
        return recorder.operation(name);
    }

    /**
     * Starts a timer, to be closed when the operation ends.
     *
     * @throws IllegalArgumentException when the name is blank, longer than 200 characters, or contains a NUL character
     */
    public Timer start(String operation) {
        return operation(operation).start();
    }

    /** The context of timings that are recorded without one: to start from when something is to be added to it. */
    public Context context() {
        return recorder.context();
    }

    /**
     * Opens a span, to be closed when its work is done: a child of the innermost one that is open on this thread, or else
     * the root of a trace.
     *
     * @throws IllegalArgumentException when the operation is blank, longer than 200 characters, or contains a NUL character
     */
    public OpenSpan span(String operation, String name) {
        return tracer.span(operation, name);
    }

    /**
     * Opens a span that goes on with the trace of a caller in another process.
     *
     * @throws IllegalArgumentException when the operation is blank, longer than 200 characters, or contains a NUL character
     */
    public OpenSpan span(Tracing tracing, String operation, String name) {
        return tracer.span(tracing, operation, name);
    }

    /**
     * Starts a merge, to be closed when it is over.
     *
     * @throws IllegalArgumentException when a name is blank, longer than 200 characters, or contains a NUL character
     */
    public MergeTimer merge(String source, String target) {
        return merges.merge(source, target);
    }

    /** Records a merge that was timed elsewhere. */
    public void record(Merge merge) {
        merges.record(merge);
    }

    /** The traces. */
    public TraceReader traces() {
        return storage.traceReader();
    }

    /** The merges. */
    public MergeReader merges() {
        return storage.mergeReader();
    }

    /** What became of the spans so far. */
    public RecorderReport spanReport() {
        return tracer.ended().report();
    }

    /** What became of the merges so far. */
    public RecorderReport mergeReport() {
        return merges.ended().report();
    }

    /**
     * Calculates what is normal for an operation, from what was recorded and written so far, and holds timings against
     * it from now on.
     *
     * @throws io.tidemark.domain.baseline.TooFewSamplesException when there are too few timings; says how many
     */
    public ActiveBaseline calculateBaseline(String operation) {
        ActiveBaseline active = baselines().calculate(Scope.of(operation), user);
        refreshBaselines();
        return active;
    }

    /** Calculates baselines; what it activates is held against timings a moment later. */
    public Baselines baselines() {
        return analysis.baselines().baselines();
    }

    /** What is made of the recordings: all that goes beyond a single threshold. */
    public Analysis analysis() {
        return analysis;
    }

    /** What becomes of what was noticed. */
    public Alerting alerting() {
        return alerting;
    }

    /** The alerts, and what became of their notifications. */
    public AlertReader alerts() {
        return storage.alertReader();
    }

    /** What people do with notifications that could not be delivered. */
    public DeadLetters deadLetters() {
        return storage.deadLetters();
    }

    /** Which jobs there are, and what became of their runs. */
    public JobReader jobs() {
        return storage.jobReader();
    }

    /** Where to say when jobs run, and to ask for a run. */
    public ScheduleBook schedules() {
        return storage.schedules();
    }

    /** Whom alerts are told. */
    public RouteBook routes() {
        return storage.routes();
    }

    /** Which operations there are, and what they do. */
    public OperationReader operations() {
        return storage.operationReader();
    }

    /** Where to say what an operation does, and whether it is held against its baseline. */
    public OperationBook operationBook() {
        return storage.operations();
    }

    /** Where to say that something new was brought into use; charts mark it, and so does an alert that follows. */
    public DeploymentDesk deployments() {
        return analysis.deployments();
    }

    /** The operations as they are now. */
    public Overview overview() {
        return new Overview(storage.rollups(), baselineWatch);
    }

    /** Single timings, as far as they are kept. */
    public TimingReader timings() {
        return storage.timingReader();
    }

    /** What became of the timings so far. */
    public RecorderReport report() {
        return recorder.report();
    }

    /**
     * How many slow timings nothing was decided about, for want of room, of a storage, or of time to close: they are
     * stored all the same, and raise no alert.
     */
    public long heldBack() {
        return violations.heldBack();
    }

    /**
     * Writes what was recorded, and says what could not be written in that time; then decides what was noticed, in the
     * time that is left.
     */
    public RecorderReport close(Duration timeout) {
        long start = nanos.getAsLong();
        inbox.close();
        refresher.close();
        housekeeper.close();
        alerting.close();
        jobs.close(timeout.dividedBy(2));
        RecorderReport report = recorder.close(timeout);
        writer.close(timeout.minusNanos(nanos.getAsLong() - start));
        violations.close(timeout.minusNanos(nanos.getAsLong() - start));
        if (ownsStorage) {
            storage.close();
        }
        return report;
    }

    @Override
    public void close() {
        close(CLOSE_TIMEOUT);
    }

    /** Tells one process from the others: its number and its machine. */
    private static String processName() {
        return ManagementFactory.getRuntimeMXBean().getName();
    }

    private Recorder recorder(Storage kept, TidemarkSettings settings, Clocks clocks) {
        try {
            return Recorder.start(kept.timings(), settings.recorder(), clocks, violations);
        } catch (StorageException e) {
            violations.close(Duration.ZERO);
            throw e;
        }
    }

    private Map<Topic, Runnable> onSignal() {
        Map<Topic, Runnable> all = new HashMap<>(alerting.onSignal());
        all.put(Topic.BASELINES, this::refreshBaselines);
        return all;
    }

    /** One at a time: whoever read first must not have the last word. */
    private synchronized void refreshBaselines() {
        try {
            baselineWatch.refresh();
        } finally {
            // What is normal follows the hour, also while the storage is away.
            recorder.setThresholds(thresholds);
        }
    }
}
