package io.tidemark.bootstrap.console.alerts;

import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Severity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The list of alerts.
 *
 * @param query what was asked for
 * @param rows what was found
 * @param cut what is not shown, or empty
 * @param older where the page behind this one is, or null when there is none
 */
record AlertsView(
        Headline headline,
        AlertsQuery query,
        List<AlertRow> rows,
        String cut,
        @Nullable String older) {
    /** How many alerts are looked through for a name, those seen last first. */
    static final int MOST_READ = 1_000;
    /** How many are shown at once. */
    static final int MOST_SHOWN = 200;

    static AlertsView of(AlertsQuery query, List<AlertReport> read, Instant now) {
        List<AlertReport> matching =
                read.stream().filter(report -> query.takes(report.alert())).toList();
        List<AlertRow> rows = matching.stream()
                .limit(MOST_SHOWN)
                .map(report -> AlertRow.of(report, now))
                .toList();
        boolean isCut = matching.size() > MOST_SHOWN || read.size() == limit(query);
        return new AlertsView(
                headline(query, matching),
                query,
                rows,
                isCut ? cut(query, rows.size()) : "",
                isCut ? query.older(last(read, matching)) : null);
    }

    /** How many alerts are to be read: one more than is shown, or enough to look for a name. */
    static int limit(AlertsQuery query) {
        return query.operation().isEmpty() ? MOST_SHOWN + 1 : MOST_READ;
    }

    /** The one that the next page begins behind. */
    private static Alert last(List<AlertReport> read, List<AlertReport> matching) {
        return matching.size() > MOST_SHOWN
                ? matching.get(MOST_SHOWN - 1).alert()
                : read.get(read.size() - 1).alert();
    }

    List<Choice> states() {
        return List.of(
                new Choice("Open", query.address().with("state", "").href(), query.which() == Which.UNRESOLVED),
                new Choice("All", query.address().with("state", "all").href(), query.which() == Which.ALL));
    }

    List<Option> severities() {
        return Arrays.stream(Severity.values())
                .map(one -> new Option(AlertsQuery.word(one), AlertWords.of(one), one == query.severity()))
                .toList();
    }

    List<Option> types() {
        return Arrays.stream(AlertType.values())
                .map(one -> new Option(AlertsQuery.word(one), AlertWords.type(one), one == query.type()))
                .toList();
    }

    /** One of the choices of a filter. */
    record Option(String value, String label, boolean isChosen) {}

    private static Headline headline(AlertsQuery query, List<AlertReport> found) {
        long waiting = found.stream()
                .filter(report -> !report.alert().state().isOver())
                .count();
        boolean isCritical = found.stream()
                .map(AlertReport::alert)
                .anyMatch(alert -> !alert.state().isOver() && alert.severity() == Severity.CRITICAL);
        String which = query.isNarrow() ? "Of those that match" : "What is seen again while it lasts is one alert";
        if (found.isEmpty()) {
            String sentence = query.isNarrow() ? "No alert matches" : "No open alerts";
            return new Headline(query.isNarrow() ? "unknown" : "fine", sentence, which + ".");
        }
        return new Headline(
                isCritical ? "critical" : waiting > 0 ? "warning" : "fine",
                waiting == 0
                        ? "All of them are over"
                        : Wording.counted(waiting, "alert is", "alerts are") + " not over",
                "%s; the one seen last comes first.".formatted(which));
    }

    private static String cut(AlertsQuery query, int shown) {
        return query.operation().isEmpty()
                ? "Shown are %d, those seen last first.".formatted(shown)
                : "Looked through the %,d alerts seen last.".formatted(MOST_READ);
    }
}
