package io.tidemark.bootstrap.http;

import io.tidemark.application.port.JobState;
import io.tidemark.application.port.JobState.Running;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobStart;
import io.tidemark.domain.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A job as the API shows it; times without a zone of their own are in UTC. */
record JobJson(
        String job,
        String description,
        ScheduleJson schedule,
        ScheduleJson registered,
        @Nullable SignatureJson changed,
        @Nullable SignatureJson asked,
        List<TimeJson> next,
        @Nullable RunningJson running,
        @Nullable RunJson last) {
    private static final int SHOWN = 5;

    static JobJson of(JobState job, Instant now) {
        Running running = job.standing().running();
        return new JobJson(
                job.name(),
                job.description(),
                ScheduleJson.of(job.timetable().schedule()),
                ScheduleJson.of(job.timetable().registered()),
                SignatureJson.of(job.timetable().changed()),
                SignatureJson.of(job.standing().asked()),
                next(job, now),
                running == null ? null : RunningJson.of(running),
                job.last() == null ? null : RunJson.of(job.last()));
    }

    /** What is due next, be it overdue, and what follows. */
    private static List<TimeJson> next(JobState job, Instant now) {
        Instant due = job.standing().next();
        if (due == null) {
            return List.of();
        }
        Schedule schedule = job.timetable().schedule();
        List<Instant> following = schedule.next(SHOWN - 1, due.isBefore(now) ? now : due);
        return Stream.concat(Stream.of(due), following.stream())
                .map(time -> TimeJson.of(time, schedule.zone()))
                .toList();
    }

    /** When a job runs. */
    record ScheduleJson(String cron, String timeZone, boolean enabled) {
        static ScheduleJson of(Schedule schedule) {
            return new ScheduleJson(schedule.cron().toString(), schedule.zone().getId(), schedule.enabled());
        }
    }

    /** Who said something, and when. */
    record SignatureJson(String by, Instant at) {
        static @Nullable SignatureJson of(@Nullable Signature signature) {
            return signature == null ? null : new SignatureJson(signature.by(), signature.at());
        }
    }

    /** A time as it is everywhere, and in the zone of the job. */
    record TimeJson(Instant utc, String local) {
        static TimeJson of(Instant time, ZoneId zone) {
            return new TimeJson(time, DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time.atZone(zone)));
        }
    }

    /** A run that has not ended. */
    record RunningJson(
            String node,
            Instant due,
            Instant started,
            @Nullable String askedBy,
            boolean lost) {
        static RunningJson of(Running running) {
            JobStart start = running.start();
            return new RunningJson(start.node(), start.due(), start.at(), start.askedBy(), running.lost());
        }
    }

    /** A run that has ended. */
    record RunJson(
            Instant due,
            Instant started,
            Instant ended,
            long millis,
            String outcome,
            String detail,
            String node,
            @Nullable String askedBy) {
        static RunJson of(JobRun run) {
            JobStart start = run.start();
            return new RunJson(
                    start.due(),
                    start.at().truncatedTo(ChronoUnit.MILLIS),
                    run.ended().truncatedTo(ChronoUnit.MILLIS),
                    Duration.between(start.at(), run.ended()).toMillis(),
                    run.outcome().name(),
                    run.detail(),
                    start.node(),
                    start.askedBy());
        }
    }
}
