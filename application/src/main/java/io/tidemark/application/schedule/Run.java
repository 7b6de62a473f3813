package io.tidemark.application.schedule;

import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.JobBook.Claim;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobRun.Outcome;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job under way on a thread of its own: whoever first says how it ended is right. */
final class Run {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);

    private final Job job;
    private final Claim claim;
    private final Clocks clocks;
    private final long startNanos;
    private final Thread thread;
    private final AtomicReference<@Nullable JobRun> end = new AtomicReference<>();
    private volatile boolean cutShort;
    private boolean recorded;

    private Run(Job job, Claim claim, Clocks clocks, ThreadFactory threads) {
        this.job = job;
        this.claim = claim;
        this.clocks = clocks;
        this.startNanos = clocks.nanos().getAsLong();
        this.thread = threads.newThread(this::work);
    }

    static Run start(Job job, Claim claim, Clocks clocks, ThreadFactory threads) {
        Run run = new Run(job, claim, clocks, threads);
        run.thread.start();
        return run;
    }

    String job() {
        return job.name();
    }

    Claim claim() {
        return claim;
    }

    boolean isRecorded() {
        return recorded;
    }

    void recorded() {
        recorded = true;
    }

    /** How much time is left to it. */
    Duration left() {
        return job.timeLimit().minusNanos(clocks.nanos().getAsLong() - startNanos);
    }

    void interruptIfOverdue() {
        boolean overdue = left().isNegative() || left().isZero();
        if (overdue && ends(Outcome.TIMEOUT, "took longer than " + job.timeLimit() + ", and was interrupted")) {
            LOG.warn("Job {} takes longer than {}, and is interrupted", job.name(), job.timeLimit());
            thread.interrupt();
        }
    }

    /** Ends it before its time, to be done again. */
    void cutShort() {
        if (ends(Outcome.ERROR, "cut short, as the process was closed")) {
            cutShort = true;
            thread.interrupt();
        }
    }

    boolean wasCutShort() {
        return cutShort;
    }

    /** How it ended; its thread may still be at it when it was interrupted. */
    Optional<JobRun> end() {
        return Optional.ofNullable(end.get());
    }

    /** Whether its thread has left. */
    boolean isOver() {
        return !thread.isAlive();
    }

    /** Waits until its thread has left, but no longer than so. */
    void join(long millis) throws InterruptedException {
        thread.join(millis);
    }

    private void work() {
        try {
            ends(Outcome.SUCCESS, job.work().call());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ends(Outcome.ERROR, "was interrupted");
        } catch (Exception e) {
            if (ends(Outcome.ERROR, e.getMessage() == null ? e.getClass().getName() : e.getMessage())) {
                LOG.warn("Job {} failed; it runs again when it is due", job.name(), e);
            }
        } finally {
            // What the virtual machine throws passes on to whoever handles it; the run must end all the same.
            ends(Outcome.ERROR, "ended by an error that the log tells");
        }
    }

    private boolean ends(Outcome outcome, String detail) {
        return end.compareAndSet(
                null, new JobRun(job.name(), claim.start(), clocks.wall().instant(), outcome, detail));
    }
}
