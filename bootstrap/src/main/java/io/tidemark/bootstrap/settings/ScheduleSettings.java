package io.tidemark.bootstrap.settings;

import io.tidemark.application.schedule.StandardJob;
import io.tidemark.domain.schedule.Cron;
import io.tidemark.domain.schedule.Schedule;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * When the jobs run, unless a person says otherwise.
 *
 * @param jobs all of them
 */
public record ScheduleSettings(Map<StandardJob, JobSchedule> jobs) {
    private static final Kind<String> CRON = Kind.text(
            "five fields in one line: minute, hour, day of the month, month, day of the week, like \"0 2 * * *\"",
            "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*");

    private static final Kind<ZoneId> ZONE = new Kind<>(
            "the IANA name of a time zone, like UTC or Europe/Berlin",
            List.copyOf(ZoneId.getAvailableZoneIds()),
            true,
            ScheduleSettings::zone,
            ZoneId::getId);

    public ScheduleSettings {
        jobs = Map.copyOf(jobs);
    }

    /**
     * When one job runs.
     *
     * @param timeLimit after which it is interrupted
     */
    public record JobSchedule(Schedule schedule, Duration timeLimit) {}

    static ScheduleSettings read(Section section) {
        Map<StandardJob, JobSchedule> jobs = new EnumMap<>(StandardJob.class);
        for (StandardJob job : StandardJob.values()) {
            jobs.put(job, read(section.section(job.title()), job));
        }
        return new ScheduleSettings(jobs);
    }

    private static JobSchedule read(Section section, StandardJob job) {
        Schedule standard = job.schedule();
        Schedule schedule = new Schedule(
                cron(section, standard.cron()),
                section.value("time-zone", ZONE, standard.zone()),
                section.value("enabled", Kind.bool(), standard.enabled()));
        return new JobSchedule(schedule, section.value("time-limit", Kind.duration("1s", "24h"), job.timeLimit()));
    }

    private static Cron cron(Section section, Cron standard) {
        String text = section.value("cron", CRON, standard.toString());
        try {
            return Cron.parse(text);
        } catch (IllegalArgumentException e) {
            section.check(false, "cron", "corrected: " + e.getMessage());
            return standard;
        }
    }

    private static Optional<ZoneId> zone(String name) {
        try {
            return Optional.of(Schedule.zone(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
