package io.tidemark.bootstrap.console.alerts;

import io.tidemark.application.alert.AlertWording;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.Why;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One alert of the list.
 *
 * @param href where all of it is
 * @param severity how bad it is, in a word that is also the name of its colour and shape
 * @param title what it says
 * @param type what kind of thing it is
 * @param state where it is in its life
 * @param course since when, and how often
 * @param spark the last values before it and at it, or null when it keeps none
 * @param told whom it was told, or why nobody
 */
record AlertRow(
        String href,
        String severity,
        String title,
        String type,
        String state,
        Course course,
        @Nullable SparkView spark,
        String told) {

    record Course(Instant since, String sinceTime, String age, String seen) {}

    static AlertRow of(AlertReport report, Instant now) {
        Alert alert = report.alert();
        Why why = alert.evidence().why();
        return new AlertRow(
                AlertsQuery.PATH + "/" + alert.id(),
                AlertWords.of(alert.severity()),
                AlertWording.title(alert),
                AlertWords.type(alert.fingerprint().type()),
                AlertWords.state(alert.state()),
                new Course(
                        alert.recurrence().firstSeen(),
                        Wording.time(alert.recurrence().firstSeen(), now),
                        Wording.age(Duration.between(alert.recurrence().firstSeen(), now)),
                        Wording.times(alert.recurrence().occurrences())),
                why == null || why.recent().size() < 2 ? null : SparkView.ofValues(why),
                told(report));
    }

    private static String told(AlertReport report) {
        List<String> destinations =
                report.told().stream().map(Told::destination).distinct().toList();
        if (!destinations.isEmpty()) {
            return destinations.stream().collect(Collectors.joining(", "));
        }
        Quiet quiet = report.alert().telling().quiet();
        return quiet == null ? "nobody yet" : "nobody: " + AlertWords.of(quiet.reason());
    }
}
