package io.tidemark.bootstrap.console.overview;

import io.tidemark.application.alert.AlertWording;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.routing.ExplanationView;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.Recurrence;
import io.tidemark.domain.alert.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One alert, as a row.
 *
 * @param severity how bad it is, in a word that is also the name of its colour and shape
 * @param subject what it is about
 * @param extent how bad it is, in figures
 * @param course since when, and how often
 * @param why what was expected and what would have kept it quiet, or null when nobody noted it
 * @param spark the operation over time, or null when it had no timings
 * @param deliveries whom it was told
 * @param untold why nobody was, or is any more; empty when nothing keeps it quiet
 */
record AlertView(
        String severity,
        Subject subject,
        Extent extent,
        Course course,
        @Nullable String why,
        @Nullable SparkView spark,
        List<Delivery> deliveries,
        String untold) {

    /**
     * What it is about.
     *
     * @param anchor what a link to this row ends in
     * @param details where all of it is
     * @param sentence all of it in one sentence
     * @param href where there is more about the operation
     * @param kind what kind of thing it is, in a few words
     * @param runbook where it says what to look at and what helps
     * @param acknowledgedBy who has taken it on, or null
     */
    record Subject(
            String anchor,
            String details,
            String operation,
            @Nullable String branch,
            String sentence,
            String href,
            String kind,
            String runbook,
            @Nullable String acknowledgedBy) {}

    record Extent(String factor, String actual, String normal) {}

    record Course(Instant since, String sinceTime, String age, String seen, String lastSeen) {}

    /**
     * What became of the last message to a destination.
     *
     * @param detail where it is, and how often it was tried
     */
    record Delivery(String destination, String status, String detail) {}

    static AlertView of(AlertReport report, String href, @Nullable SparkView spark, Instant now) {
        Alert alert = report.alert();
        String by = alert.state() instanceof Acknowledged acknowledged ? acknowledged.by() : null;
        return new AlertView(
                alert.severity().name().toLowerCase(Locale.ROOT),
                new Subject(
                        "alert-" + alert.id(),
                        "/alerts/" + alert.id(),
                        about(alert),
                        alert.fingerprint().branch(),
                        AlertWording.title(alert),
                        href,
                        kind(alert),
                        "/runbooks/" + alert.fingerprint().type(),
                        by),
                extent(alert.evidence().figures()),
                course(alert.recurrence(), now),
                why(alert.evidence()),
                spark,
                deliveries(report.told()),
                untold(alert));
    }

    private static String untold(Alert alert) {
        Quiet quiet = alert.telling().quiet();
        return quiet == null ? "" : ExplanationView.words(quiet);
    }

    /** The operation, or all of those that are slow together. */
    private static String about(Alert alert) {
        List<String> members = alert.evidence().members();
        return members.isEmpty() ? alert.fingerprint().subject() : String.join(", ", members);
    }

    private static String kind(Alert alert) {
        return switch (alert.fingerprint().type()) {
            case THRESHOLD_EXCEEDED -> "above its threshold";
            case ANOMALY -> "unusual";
            case DEGRADATION -> "slower than before";
            case CORRELATED_DEGRADATION -> "slower together";
            case BASELINE_APPROVAL -> "its baseline waits for approval";
            case HEALTH -> "health of the database";
            case CHANNEL_DOWN -> "a channel is down";
            case SYSTEM -> "Tidemark itself";
        };
    }

    private static @Nullable String why(Evidence evidence) {
        Why why = evidence.why();
        return why == null ? null : why.text();
    }

    private static Extent extent(Figures figures) {
        return new Extent(
                Wording.factor(figures.multiplier()),
                Wording.duration((double) figures.actualMicros()),
                Wording.duration(figures.baselineP99Micros()));
    }

    private static Course course(Recurrence recurrence, Instant now) {
        return new Course(
                recurrence.firstSeen(),
                Wording.time(recurrence.firstSeen(), now),
                Wording.age(Duration.between(recurrence.firstSeen(), now)),
                Wording.times(recurrence.occurrences()),
                Wording.age(Duration.between(recurrence.lastSeen(), now)));
    }

    private static List<Delivery> deliveries(List<Told> told) {
        Map<String, Told> last = new LinkedHashMap<>();
        told.forEach(message -> last.put(message.destination(), message));
        return last.values().stream()
                .map(message -> {
                    String word = message.status().word();
                    String tries = message.attempts() > 1 ? ", " + message.attempts() + " tries" : "";
                    return new Delivery(message.destination(), word, word + tries);
                })
                .toList();
    }
}
