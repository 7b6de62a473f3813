package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobStart;
import io.tidemark.domain.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Hands out jobs to be run. Several nodes share the work: what one has claimed no other gets until it is settled or the
 * lease runs out. Leases are measured by the storage's own clock, so that the nodes' clocks do not matter; when a job is
 * due is for the nodes to say. Safe for several threads.
 */
public interface JobBook {
    /**
     * Makes jobs known, or brings up to date what is said about them. A schedule that a person has changed stays in force;
     * otherwise one that differs from what was registered before takes its place, and the job waits for its next time.
     * Jobs that are registered already and not named here stay as they are.
     *
     * @param now from when on times are planned
     * @throws StorageException when none was registered
     */
    void register(List<Offer> jobs, Instant now);

    /**
     * Claims a job, if nothing has happened to it since it was read and nobody is running it. When somebody was, and the
     * lease has run out, that run is recorded as an {@link JobRun.Outcome#ERROR} that names its node, ended at the start
     * of this one. Never waits for other nodes.
     *
     * @param seen the job as it was read
     * @param start what begins; when somebody has asked for it, the job is not asked for any more
     * @param next when the job is due next, or null when it never is
     * @param lease for how long nobody else gets it
     * @return proof of the claim, or empty when somebody else was quicker
     * @throws StorageException when nothing is known about the claim: if it was made, it ends with its lease
     */
    Optional<Claim> claim(JobState seen, JobStart start, @Nullable Instant next, Duration lease);

    /**
     * Records what became of a claimed job, and frees it: both or nothing.
     *
     * @return false, with nothing changed, when the lease ran out and somebody else has claimed the job since
     * @throws StorageException when it is not recorded, or, unless the failure is lasting, nothing is known about it
     */
    boolean settle(Claim claim, JobRun run);

    /**
     * Records a run that was cut short, and frees the job to be run again at once: it is due since it was due for this
     * run, unless it is not due at all any more, or asked for as before.
     *
     * @return false, with nothing changed, when the lease ran out and somebody else has claimed the job since
     * @throws StorageException as with {@link #settle}
     */
    boolean giveBack(Claim claim, JobRun run);

    /**
     * Says when a job is due next, if nothing has happened to it since it was read.
     *
     * @throws StorageException when nothing was changed
     */
    void plan(JobState seen, @Nullable Instant next);

    /**
     * What a node can do.
     *
     * @param name one word, such as {@code recalculate-daily}
     * @param description what it does, in one sentence
     * @param schedule when it runs, unless a person says otherwise
     */
    record Offer(String name, String description, Schedule schedule) {
        public Offer {
            requireNonNull(name, "name");
            requireNonNull(description, "description");
            requireNonNull(schedule, "schedule");
        }
    }

    /**
     * A job that one node may run.
     *
     * @param token proves the claim
     */
    record Claim(String job, JobStart start, UUID token) {
        public Claim {
            requireNonNull(job, "job");
            requireNonNull(start, "start");
            requireNonNull(token, "token");
        }
    }
}
