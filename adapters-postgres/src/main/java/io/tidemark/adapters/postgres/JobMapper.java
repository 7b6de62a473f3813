package io.tidemark.adapters.postgres;

import io.tidemark.application.port.JobBook.Claim;
import io.tidemark.application.port.JobState;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.application.port.JobState.Timetable;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobStart;
import io.tidemark.domain.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface JobMapper {
    void register(@Param("offers") List<Offered> offers);

    Optional<Claim> claim(JobState seen, JobStart start, @Nullable Instant next, Duration lease);

    /** Frees a job, to be run again at once or when it is due. */
    int release(Claim claim, boolean again);

    void record(@Param("run") JobRun run);

    void forgetRuns(String job, int kept);

    void plan(JobState seen, @Nullable Instant next);

    /** When a job runs, which nobody else changes until the transaction ends. */
    Optional<Timetable> held(@Param("job") String job);

    int change(String job, Schedule schedule, @Nullable Signature by, @Nullable Instant next);

    int ask(String job, Signature by);

    List<JobState> all();

    List<Kept> runs(String job, long before, int limit);

    /** A run with its number: without it, two that are alike would be read as one. */
    record Kept(long id, JobRun run) {}

    /** What a node can do, and when it does it first. */
    record Offered(
            String name,
            String description,
            Schedule schedule,
            @Nullable Instant next) {}
}
