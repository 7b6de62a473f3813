package io.tidemark.application.port;

import io.tidemark.application.port.JobState.Signature;
import io.tidemark.domain.schedule.Schedule;

/**
 * Takes what people say about jobs; it outlasts restarts and {@link JobBook#register}. Every change announces {@link
 * Topic#JOBS}. A schedule that is another one than before is kept together with its entry in the audit. Safe for several
 * threads.
 */
public interface ScheduleBook {
    /**
     * Changes when a job runs, from then on: what was due before is not caught up.
     *
     * @return false when there is no job of that name
     * @throws StorageException when nothing was changed
     */
    boolean change(String job, Schedule schedule, Signature by);

    /**
     * Puts the schedule back that was registered, from then on.
     *
     * @return false when there is no job of that name
     * @throws StorageException when nothing was changed
     */
    boolean reset(String job, Signature by);

    /**
     * Asks for a run as soon as possible, out of turn: when one is under way, after it. Asking again before it has begun
     * changes nothing.
     *
     * @return false when there is no job of that name
     * @throws StorageException when nothing was changed
     */
    boolean ask(String job, Signature by);
}
