package io.tidemark.bootstrap.settings;

import io.tidemark.domain.timing.Retention;
import java.time.Duration;

/**
 * How long recordings are kept, in whole days.
 *
 * @param timings timings one by one, traces and merges
 * @param minutes what is counted by the minute
 * @param hours what is counted by the hour; what is counted by the day is kept for ever
 */
public record RetentionSettings(Duration timings, Duration minutes, Duration hours) {
    static RetentionSettings read(Section section) {
        var days = Kind.days(1, 400);
        var timings = section.value("timings", days, Retention.DEFAULT.raw());
        var minutes = section.value("minutes", days, Retention.DEFAULT.minutes());
        var hours = section.value("hours", Kind.days(1, 3_650), Retention.DEFAULT.hours());
        section.check(hours.compareTo(minutes) >= 0, "hours", "at least as long as minutes");
        return new RetentionSettings(timings, minutes, hours);
    }

    public Retention retention() {
        return new Retention(timings, minutes, hours);
    }
}
