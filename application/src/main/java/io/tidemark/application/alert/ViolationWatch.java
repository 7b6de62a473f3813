package io.tidemark.application.alert;

import io.tidemark.application.baseline.BaselineWatch;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.record.SlowTimings;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Violation;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes slow timings from the threads that record them, holds each against its baseline, and brings what breaks it to
 * the desk, from a thread of its own. What finds no room is counted: an alert that lasts is seen again soon enough.
 */
public final class ViolationWatch implements SlowTimings, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ViolationWatch.class);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    /** How many slow timings wait at most. */
    static final int ROOM = 1_024;

    private final BlockingQueue<Timing> noticed = new ArrayBlockingQueue<>(ROOM);
    private final AtomicLong heldBack = new AtomicLong();
    private final AtomicBoolean warned = new AtomicBoolean();
    private final BaselineWatch baselines;
    private final AlertDesk desk;
    private final Thread thread;
    private volatile boolean closed;

    private ViolationWatch(BaselineWatch baselines, AlertDesk desk) {
        this.baselines = baselines;
        this.desk = desk;
        this.thread = new Thread(this::run, "tidemark-desk");
        thread.setDaemon(true);
    }

    /** Starts the watch with a daemon thread. */
    public static ViolationWatch start(BaselineWatch baselines, AlertDesk desk) {
        ViolationWatch watch = new ViolationWatch(baselines, desk);
        watch.thread.start();
        return watch;
    }

    @Override
    public void noticed(Timing timing) {
        if (closed || !noticed.offer(timing)) {
            holdBack(1, closed ? "The watch is closed." : "Too many wait for the storage already.");
        }
    }

    /** How many slow timings nothing was decided about: for want of room, of a storage, or of time to close. */
    public long heldBack() {
        return heldBack.get();
    }

    /** Decides about what was noticed so far, and ends; gives up while the storage is away, or when time is up. */
    public void close(Duration timeout) {
        closed = true;
        try {
            thread.join(Math.max(1, timeout.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        holdBack(noticed.drainTo(new ArrayList<>()), "Time to close was up.");
        // A storage that does not answer keeps nobody waiting; it may heed an interrupt.
        thread.interrupt();
    }

    @Override
    public void close() {
        close(CLOSE_TIMEOUT);
    }

    private void holdBack(long timings, String why) {
        long soFar = heldBack.addAndGet(timings);
        if (timings > 0 && warned.compareAndSet(false, true)) {
            LOG.warn("Nothing is decided about slow timings, {} so far; further ones are only counted. {}", soFar, why);
        }
    }

    private void run() {
        List<Timing> timings = new ArrayList<>();
        try {
            while (!closed || !noticed.isEmpty()) {
                Timing first = noticed.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    timings.add(first);
                    noticed.drainTo(timings);
                    decideEach(timings);
                    timings.clear();
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("The watch for slow timings was interrupted, and ends");
        }
    }

    /** One condition after the other: what is decided is not decided again when the storage goes away over the next. */
    private void decideEach(List<Timing> timings) throws InterruptedException {
        for (List<Sighting> condition :
                AlertDesk.byCondition(sightings(timings)).values()) {
            decide(condition);
        }
    }

    private void decide(List<Sighting> sightings) throws InterruptedException {
        boolean decided = false;
        while (!decided) {
            try {
                desk.see(sightings);
                decided = true;
            } catch (RuntimeException e) {
                decided = !isWorthAnotherTry(e);
                if (decided) {
                    heldBack.addAndGet(sightings.size());
                    LOG.error("{} slow timings could not be made alerts", sightings.size(), e);
                } else {
                    TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
                }
            }
        }
    }

    private boolean isWorthAnotherTry(RuntimeException e) {
        return !closed && e instanceof StorageException storage && storage.isPassing();
    }

    private List<Sighting> sightings(List<Timing> timings) {
        return timings.stream().map(this::sighting).flatMap(Optional::stream).toList();
    }

    private Optional<Sighting> sighting(Timing timing) {
        if (!baselines.isTracked(timing.operation())) {
            return Optional.empty();
        }
        return baselines
                .of(timing.scope())
                .flatMap(active -> active.baseline()
                        .judge(timing.durationMicros(), timing.start())
                        .map(violation -> sighting(timing, active, violation)));
    }

    private static Sighting sighting(Timing timing, ActiveBaseline active, Violation violation) {
        Fingerprint condition = new Fingerprint(
                AlertType.THRESHOLD_EXCEEDED,
                timing.operation(),
                active.baseline().scope().branch());
        Figures figures = new Figures(violation.actualMicros(), violation.baselineP99Micros(), violation.multiplier());
        Why why = ViolationWhy.of(violation, active, timing.start());
        Evidence evidence = new Evidence(
                figures, active.id(), timing.context().user(), why, List.of(), Metadata.of(timing.context()));
        return new Sighting(condition, violation.severity(), evidence, timing.end());
    }
}
