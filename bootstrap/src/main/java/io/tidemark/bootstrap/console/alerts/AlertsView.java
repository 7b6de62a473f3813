package io.tidemark.bootstrap.console.alerts;

import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Severity;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * The list of alerts.
 *
 * @param query what was asked for
 * @param rows what was found
 * @param cut what is not shown, or empty
 */
record AlertsView(Headline headline, AlertsQuery query, List<AlertRow> rows, String cut) {
    /** How many alerts are looked through, those seen last first. */
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
        return new AlertsView(headline(query, matching), query, rows, cut(read.size(), matching.size()));
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

    private static String cut(int read, int matching) {
        if (matching > MOST_SHOWN) {
            return "Shown are the %d seen last of %d.".formatted(MOST_SHOWN, matching);
        }
        return read == MOST_READ ? "Only the %,d alerts seen last were looked through.".formatted(MOST_READ) : "";
    }
}
