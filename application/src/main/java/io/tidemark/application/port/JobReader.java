package io.tidemark.application.port;

import io.tidemark.domain.schedule.JobRun;
import java.util.List;

/** Tells which jobs there are, and what became of their runs. Safe for several threads. */
public interface JobReader {
    /** How many runs of each job are kept at least; older ones may be gone. */
    int KEPT_RUNS = 1_000;

    /**
     * All jobs that were ever registered, by name.
     *
     * @throws StorageException when they cannot be read
     */
    List<JobState> jobs();

    /**
     * The runs that have ended, the one recorded last first.
     *
     * @param limit how many at most, at least one
     * @return empty when there are none, or no job of that name
     * @throws StorageException when they cannot be read
     */
    default List<JobRun> runs(String job, int limit) {
        return runs(job, Numbered.BEYOND, limit).stream().map(Numbered::value).toList();
    }

    /**
     * The same, of those with a lower number than {@code before}.
     *
     * @throws StorageException when they cannot be read
     */
    List<Numbered<JobRun>> runs(String job, long before, int limit);
}
