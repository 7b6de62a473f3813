package io.tidemark.application.alert;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Content.Fact;
import io.tidemark.domain.timing.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What messages say about how alerts went on. */
final class AlertCourse {
    private static final long MICROS_PER_MILLI = 1_000;

    private AlertCourse() {}

    static Content acknowledged(Alert alert) {
        String by = alert.state() instanceof Acknowledged taken ? taken.by() : "Somebody";
        List<Fact> facts = new ArrayList<>(List.of(new Fact("By", by)));
        if (alert.state() instanceof Acknowledged taken) {
            facts.add(new Fact("At", taken.at().toString()));
            if (taken.note() != null) {
                facts.add(new Fact("Note", taken.note()));
            }
            if (taken.until() != null) {
                facts.add(new Fact("Until", taken.until().toString()));
            }
        }
        return Content.of(
                "%s looks after it: %s".formatted(by, AlertWording.title(alert)),
                "Nobody is told of it again, unless it gets worse.",
                facts);
    }

    static Content resolved(Alert alert, Instant now) {
        Resolved end = alert.state() instanceof Resolved over ? over : new Resolved(now);
        List<Fact> facts = new ArrayList<>();
        if (end.recoveredMicros() != null) {
            facts.add(new Fact("Recovered", DurationText.of((double) end.recoveredMicros())));
        }
        if (alert.evidence().figures().actualMicros() > 0) {
            facts.add(new Fact(
                    "Peak", DurationText.of((double) alert.evidence().figures().actualMicros())));
        }
        facts.add(new Fact("Duration", lasted(alert, now)));
        facts.add(new Fact("Seen", Long.toString(alert.recurrence().occurrences())));
        if (end.by() != null) {
            facts.add(new Fact("By", end.by()));
        }
        return Content.of("Resolved: " + AlertWording.title(alert), text(alert, end), facts);
    }

    /** From when it was first seen until it was over, or until now. */
    static String lasted(Alert alert, Instant now) {
        Instant since = alert.recurrence().firstSeen();
        Instant end = alert.state() instanceof Resolved over ? over.at() : now;
        return length(Duration.between(since, end.isAfter(since) ? end : since));
    }

    private static String text(Alert alert, Resolved end) {
        String subject = AlertWording.subject(alert);
        if (end.by() != null) {
            return "%s says that it is over.".formatted(end.by());
        }
        return end.recoveredMicros() == null
                ? "It was not seen any more: %s.".formatted(subject)
                : "%s takes %s again.".formatted(subject, DurationText.of((double) end.recoveredMicros()));
    }

    /** As people say it: to the second, and beyond an hour to the minute. */
    private static String length(Duration duration) {
        if (duration.compareTo(Duration.ofSeconds(1)) < 0) {
            return DurationText.of((double) duration.toMillis() * MICROS_PER_MILLI);
        }
        boolean hours = duration.compareTo(Duration.ofHours(1)) >= 0;
        Duration rounded = duration.truncatedTo(hours ? ChronoUnit.MINUTES : ChronoUnit.SECONDS);
        return "%s%s%s%s"
                .formatted(
                        part(rounded.toDays(), " d "),
                        part(rounded.toHoursPart(), " h "),
                        part(rounded.toMinutesPart(), " min "),
                        part(rounded.toSecondsPart(), " s"))
                .strip();
    }

    private static String part(long count, String unit) {
        return count == 0 ? "" : count + unit;
    }
}
