package io.tidemark.application.schedule;

import io.tidemark.domain.schedule.Schedule;
import java.time.Duration;
import java.util.Locale;

/** The jobs that Tidemark has, with when they run unless the settings or a person say otherwise. */
public enum StandardJob {
    RECALCULATE_DAILY("Recalculates the baselines.", "0 2 * * *", Duration.ofMinutes(30)),
    RECALCULATE_WEEKLY(
            "Recalculates the baselines over a longer time, also where little has changed.",
            "0 3 * * SUN",
            Duration.ofHours(1)),
    DETECT("Looks for anomalies and degradations in all tracked operations.", "0 */6 * * *", Duration.ofMinutes(30)),
    CORRELATE("Looks which operations get slower together.", "*/15 * * * *", Duration.ofMinutes(5)),
    WATCH("Looks at the latest timings as they come in.", "* * * * *", Duration.ofSeconds(50)),
    RETENTION("Drops what is older than it is to be kept.", "0 * * * *", Duration.ofMinutes(30));

    private final String description;
    private final String cron;
    private final Duration timeLimit;

    StandardJob(String description, String cron, Duration timeLimit) {
        this.description = description;
        this.cron = cron;
        this.timeLimit = timeLimit;
    }

    /** Its name, as in {@code recalculate-daily}. */
    public String title() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String description() {
        return description;
    }

    /** When it runs by default. */
    public Schedule schedule() {
        return Schedule.of(cron, "UTC");
    }

    public Duration timeLimit() {
        return timeLimit;
    }
}
