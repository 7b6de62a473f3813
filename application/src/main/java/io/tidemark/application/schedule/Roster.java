package io.tidemark.application.schedule;

import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.JobBook;
import io.tidemark.application.port.JobReader;
import io.tidemark.application.port.JobState;
import io.tidemark.application.port.JobState.Running;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.schedule.JobRun;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Begins what is due, interrupts what takes too long, and records what has ended: all on the one thread that calls, so that
 * only the work itself runs elsewhere.
 */
final class Roster {
    private static final Logger LOG = LoggerFactory.getLogger(Roster.class);
    /** Signals may be lost, and clocks be set. */
    private static final Duration LONGEST_REST = Duration.ofSeconds(30);
    /** A lease outlasts the time limit by so much: time to record what became of the run. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    private final Map<String, Job> jobs = new TreeMap<>();
    /** What was begun here and is not recorded yet, or is still at it after it was interrupted. */
    private final Map<String, Run> runs = new TreeMap<>();

    private final JobBook book;
    private final JobReader reader;
    private final Clocks clocks;
    private final Crew crew;

    /**
     * Who works.
     *
     * @param node what this process is called in the records
     * @param threads makes a thread for each run
     * @param listener hears of each run that was recorded here
     */
    record Crew(String node, ThreadFactory threads, Consumer<JobRun> listener) {}

    Roster(List<Job> jobs, JobBook book, JobReader reader, Clocks clocks, Crew crew) {
        jobs.forEach(job -> this.jobs.put(job.name(), job));
        this.book = book;
        this.reader = reader;
        this.clocks = clocks;
        this.crew = crew;
    }

    boolean hasJobs() {
        return !jobs.isEmpty();
    }

    /**
     * One look at everything.
     *
     * @return how long until the next one, unless something happens
     * @throws StorageException when the storage is away; what takes too long is interrupted all the same
     */
    Duration runDue() {
        runs.values().forEach(Run::interruptIfOverdue);
        recordEnded();
        Duration rest = LONGEST_REST;
        for (JobState state : reader.jobs()) {
            Job job = jobs.get(state.name());
            if (job != null && !runs.containsKey(state.name())) {
                begin(job, state);
                rest = shorter(rest, untilDue(state));
            }
        }
        for (Run run : runs.values()) {
            rest = run.end().isPresent() ? rest : shorter(rest, run.left());
        }
        return rest;
    }

    /** Cuts short what is under way; to be called once nothing is begun any more. */
    void cutShort() {
        runs.values().forEach(Run::cutShort);
    }

    List<Run> underWay() {
        return List.copyOf(runs.values());
    }

    /** @throws StorageException when the storage is away; what is not recorded yet is kept for the next time */
    void recordEnded() {
        for (Run run : List.copyOf(runs.values())) {
            run.end().ifPresent(end -> record(run, end));
            if (run.isRecorded() && run.isOver()) {
                runs.remove(run.job());
            }
        }
    }

    private void record(Run run, JobRun end) {
        // Only when its thread has left may another node begin it in its place.
        boolean again = run.wasCutShort() && run.isOver();
        if (run.isRecorded() || (run.wasCutShort() && !again)) {
            return;
        }
        boolean recorded = again ? book.giveBack(run.claim(), end) : book.settle(run.claim(), end);
        run.recorded();
        if (recorded) {
            tell(end);
        } else {
            LOG.warn("Job {} ended after its lease had run out, and another process has taken it over", run.job());
        }
    }

    private void begin(Job job, JobState state) {
        Instant now = clocks.wall().instant();
        if (state.plan().isOutOfReach(now)) {
            LOG.warn(
                    "Job {} was planned for {} by a clock that was wrong, and is planned anew",
                    job.name(),
                    state.standing().next());
            book.plan(state, state.plan().renewed(now).next());
            return;
        }
        Turn.of(state, now, crew.node())
                .flatMap(turn -> book.claim(
                        state, turn.start(), turn.next(), job.timeLimit().plus(MARGIN)))
                .ifPresent(claim -> {
                    runs.put(job.name(), Run.start(job, claim, clocks, crew.threads()));
                    Running lost = state.standing().running();
                    if (lost != null) {
                        LOG.warn(
                                "Job {} is taken over from {}, which did not come back",
                                job.name(),
                                lost.start().node());
                        tell(JobRun.lost(job.name(), lost.start(), claim.start()));
                    }
                });
    }

    private void tell(JobRun run) {
        try {
            crew.listener().accept(run);
        } catch (RuntimeException e) {
            LOG.warn("What became of job {} is recorded, but could not be told", run.job(), e);
        }
    }

    private Duration untilDue(JobState state) {
        Instant next = state.standing().next();
        return next == null ? LONGEST_REST : Duration.between(clocks.wall().instant(), next);
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
