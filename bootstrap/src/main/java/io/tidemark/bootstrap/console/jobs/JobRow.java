package io.tidemark.bootstrap.console.jobs;

import io.tidemark.application.port.JobState;
import io.tidemark.application.port.JobState.Running;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One job.
 *
 * @param state how it is; the tone names its shape
 * @param timing when it runs
 * @param last what became of its latest run, or null when it never ran
 * @param course how long its runs took, or null with fewer than two
 * @param runs its latest runs, the last one first
 */
record JobRow(
        String name,
        String description,
        State state,
        When timing,
        @Nullable RunRow last,
        @Nullable SparkView course,
        List<RunRow> runs) {

    record State(String tone, String words) {}

    /**
     * When it runs.
     *
     * @param cron the fields of its schedule
     * @param changed who changed it, or empty when it is as it was registered
     * @param next when it is due, with how long that is from now; or why it never is
     */
    record When(String cron, String zone, boolean isEnabled, String changed, String next) {}

    /** One run. */
    record RunRow(Instant at, String time, String tone, String outcome, String took, String detail, String askedBy) {
        static RunRow of(JobRun run, Instant now) {
            boolean isDone = run.outcome() == JobRun.Outcome.SUCCESS;
            return new RunRow(
                    run.start().at(),
                    Wording.time(run.start().at(), now),
                    isDone ? "delivered" : "failed",
                    run.outcome().name().toLowerCase(Locale.ROOT),
                    Wording.duration(micros(run)),
                    run.detail(),
                    run.start().askedBy() == null
                            ? ""
                            : "asked for by " + run.start().askedBy());
        }
    }

    /** @param runs its latest runs, the last one first */
    static JobRow of(JobState job, List<JobRun> runs, int shown, Instant now) {
        return new JobRow(
                job.name(),
                job.description(),
                state(job, now),
                when(job, now),
                job.last() == null ? null : RunRow.of(job.last(), now),
                course(runs),
                runs.stream().limit(shown).map(run -> RunRow.of(run, now)).toList());
    }

    private static State state(JobState job, Instant now) {
        Running running = job.standing().running();
        if (running != null) {
            String since = Wording.age(Duration.between(running.start().at(), now));
            return running.lost()
                    ? new State(
                            "critical",
                            "lost: %s did not come back"
                                    .formatted(running.start().node()))
                    : new State(
                            "info",
                            "runs since %s on %s"
                                    .formatted(since, running.start().node()));
        }
        Signature asked = job.standing().asked();
        if (asked != null) {
            return new State("info", "asked for by " + asked.by());
        }
        if (job.last() != null && job.last().outcome() != JobRun.Outcome.SUCCESS) {
            return new State("critical", "failed last time");
        }
        if (!job.timetable().schedule().enabled()) {
            return new State("unknown", "does not run by itself");
        }
        return job.last() == null ? new State("unknown", "never ran yet") : new State("fine", "well");
    }

    private static When when(JobState job, Instant now) {
        Schedule schedule = job.timetable().schedule();
        Signature changed = job.timetable().changed();
        return new When(
                schedule.cron().toString(),
                schedule.zone().getId(),
                schedule.enabled(),
                changed == null ? "" : "changed by %s, %s".formatted(changed.by(), Wording.time(changed.at(), now)),
                next(job.standing().next(), now));
    }

    private static String next(@Nullable Instant next, Instant now) {
        if (next == null) {
            return "never by itself";
        }
        return next.isAfter(now)
                ? "%s, in %s".formatted(Wording.time(next, now), Wording.age(Duration.between(now, next)))
                : "overdue since " + Wording.time(next, now);
    }

    private static @Nullable SparkView course(List<JobRun> runs) {
        List<Double> took = new ArrayList<>(runs.stream().map(JobRow::micros).toList());
        Collections.reverse(took);
        return SparkView.ofCourse("how long its last runs took", took);
    }

    private static double micros(JobRun run) {
        return Duration.between(run.start().at(), run.ended()).toNanos() / 1e3;
    }
}
