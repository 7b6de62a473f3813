package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobStart;
import io.tidemark.domain.schedule.Plan;
import io.tidemark.domain.schedule.Schedule;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stands.
 *
 * @param last its latest run that has ended, or null
 */
public record JobState(
        String name,
        String description,
        Timetable timetable,
        Standing standing,
        @Nullable JobRun last) {
    public JobState {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(timetable, "timetable");
        requireNonNull(standing, "standing");
    }

    /** When it runs and when it is due next. */
    public Plan plan() {
        return new Plan(timetable.schedule(), standing.next());
    }

    /**
     * When it runs.
     *
     * @param schedule the schedule in force
     * @param registered the schedule it would have if nobody had changed it
     * @param changed who changed it and when, or null
     */
    public record Timetable(
            Schedule schedule,
            Schedule registered,
            @Nullable Signature changed) {
        public Timetable {
            requireNonNull(schedule, "schedule");
            requireNonNull(registered, "registered");
        }
    }

    /**
     * What is going on.
     *
     * @param revision grows with everything that happens to the job
     * @param next when it is due next, or null when it never is
     * @param asked who has asked for a run that has not begun, and when; or null
     * @param running the run under way, or null
     */
    public record Standing(
            long revision,
            @Nullable Instant next,
            @Nullable Signature asked,
            @Nullable Running running) {}

    /**
     * A run that has not ended.
     *
     * @param lost whether its lease has run out: the node is gone, or hangs
     */
    public record Running(JobStart start, boolean lost) {
        public Running {
            requireNonNull(start, "start");
        }
    }

    /** Who has said something, and when. */
    public record Signature(String by, Instant at) {
        public Signature {
            requireNonNull(by, "by");
            requireNonNull(at, "at");
        }
    }
}
