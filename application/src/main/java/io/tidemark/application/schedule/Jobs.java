package io.tidemark.application.schedule;

import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.JobBook.Offer;
import io.tidemark.application.port.Signals.Subscription;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.Topic;
import io.tidemark.application.schedule.Roster.Crew;
import io.tidemark.domain.schedule.JobRun;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs jobs when they are due, or when somebody has asked for them: on whichever of the processes on one storage comes
 * first, each on a thread of its own. One that hangs or fails does not keep the others from running.
 */
public final class Jobs implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Jobs.class);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofSeconds(1);
    private static final Duration SHORTEST_REST = Duration.ofMillis(10);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Semaphore bell = new Semaphore(0);
    private final Roster roster;
    private final LongSupplier nanos;
    private final Subscription subscription;
    private final Thread thread;
    private volatile boolean closed;
    private boolean away;

    private Jobs(List<Job> jobs, Storage storage, Clocks clocks, String node, Consumer<JobRun> listener) {
        this.roster =
                new Roster(jobs, storage.jobs(), storage.jobReader(), clocks, new Crew(node, this::worker, listener));
        this.nanos = clocks.nanos();
        this.subscription = storage.signals().subscribe(Topic.JOBS, bell::release);
        this.thread = daemon(this::run, "tidemark-jobs");
    }

    /**
     * Makes the jobs known to the storage.
     *
     * @param node what this process is called in the records
     * @param listener hears of each run that was recorded here, also of those that another process has lost; on the thread
     *     of the jobs, so it must be quick
     * @throws StorageException when the storage is away
     */
    public static Jobs register(
            List<Job> jobs, Storage storage, Clocks clocks, String node, Consumer<JobRun> listener) {
        List<Offer> offers = jobs.stream()
                .map(job -> new Offer(job.name(), job.description(), job.schedule()))
                .toList();
        storage.jobs().register(offers, clocks.wall().instant());
        return new Jobs(jobs, storage, clocks, node, listener);
    }

    /** Begins to run what is due; without jobs there is nothing to begin. */
    public void start() {
        if (roster.hasJobs()) {
            thread.start();
        }
    }

    /**
     * Begins no more, and interrupts what is under way: it is run again at once by another process, or at the next start.
     * What does not end within the time given is taken over when its lease has run out.
     */
    public void close(Duration timeout) {
        long deadline = nanos.getAsLong() + timeout.toNanos();
        closed = true;
        subscription.close();
        bell.release();
        try {
            thread.join(millisUntil(deadline));
            if (!thread.isAlive()) {
                roster.cutShort();
                for (Run run : roster.underWay()) {
                    run.join(millisUntil(deadline));
                }
                roster.recordEnded();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.warn("What was under way is not recorded; it is taken over when its lease has run out", e);
        }
    }

    @Override
    public void close() {
        close(CLOSE_TIMEOUT);
    }

    private void run() {
        try {
            while (!closed) {
                var unused = bell.tryAcquire(look().toMillis(), TimeUnit.MILLISECONDS);
                bell.drainPermits();
            }
        } catch (InterruptedException e) {
            LOG.debug("The thread of the jobs was interrupted, and ends", e);
        }
    }

    private Duration look() {
        try {
            Duration rest = roster.runDue();
            away = false;
            return rest.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : rest;
        } catch (RuntimeException e) {
            if (!away) {
                away = true;
                LOG.warn("Which jobs are due cannot be asked, or what became of them recorded; trying again", e);
            }
            return PAUSE_WHILE_AWAY;
        }
    }

    private Thread worker(Runnable work) {
        return daemon(
                () -> {
                    try {
                        work.run();
                    } finally {
                        bell.release();
                    }
                },
                "tidemark-job");
    }

    private long millisUntil(long deadline) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - nanos.getAsLong()));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }
}
