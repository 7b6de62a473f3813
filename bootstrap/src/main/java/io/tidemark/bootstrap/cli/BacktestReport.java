package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Table.Column.left;
import static io.tidemark.bootstrap.cli.Table.Column.right;

import io.tidemark.domain.timing.DurationText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What came out of a backtest, for people. */
final class BacktestReport {
    private static final int CHART_WIDTH = 100;
    private static final Duration WITHOUT_REMARK = Duration.ofDays(1);

    private final JsonNode answer;

    BacktestReport(JsonNode answer) {
        this.answer = answer;
    }

    /** One line for each operation. */
    List<String> summary() {
        if (answer.path("operations").isEmpty()) {
            return List.of("Nothing is stored yet: there is no past to try a rule on.");
        }
        var table = new Table(
                left("OPERATION", 40),
                right("TIMINGS", 12),
                right("SETTING", 8),
                right("FIRED", 6),
                right("MOST A WEEK", 11),
                left("WORST OF EACH DAY", CHART_WIDTH),
                right("PROPOSED", 8));
        for (var one : answer.path("operations")) {
            var proposal = one.path("proposal");
            table.row(
                    Text.of(one, "operation", "?"),
                    Text.of(one, "timings", "?"),
                    Text.of(one, "setting", "?"),
                    Integer.toString(one.path("episodes").size()),
                    Text.of(one, "mostInAWeek", "?"),
                    chart(one).line(),
                    proposal.isNull() ? "" : Text.of(proposal, "setting", "none"));
        }
        return table.lines();
    }

    /** All there is to say of each operation. */
    List<String> details() {
        var lines = new ArrayList<String>();
        answer.path("operations").forEach(one -> details(one, lines));
        return lines;
    }

    private void details(JsonNode one, List<String> lines) {
        int fired = one.path("episodes").size();
        lines.add("%s, %s with a %s of %s, the last %s days (%s timings):"
                .formatted(
                        Text.of(one, "operation", "?"),
                        Text.of(answer, "rule", "?"),
                        Text.of(one, "settingName", "setting"),
                        Text.of(one, "setting", "?"),
                        Text.of(answer, "days", "?"),
                        Text.of(one, "timings", "?")));
        lines.add(
                fired == 0
                        ? "It would not have fired."
                        : "It would have fired %s, at most %s a week."
                                .formatted(fired == 1 ? "once" : fired + " times", Text.of(one, "mostInAWeek", "?")));
        remarks(one, lines);
        chart(one, lines);
        if (fired > 0) {
            lines.addAll(table(one).lines());
        }
        missed(one, lines);
        proposal(one.path("proposal"), lines);
    }

    private static void remarks(JsonNode one, List<String> lines) {
        var from = Text.of(one, "from", "");
        if (one.path("judgedFrom").isNull()) {
            lines.add("Nothing could be judged: it is still warming up, too little was known before.");
        } else if (isLater(Text.of(one, "judgedFrom", from), from)) {
            lines.add("Judged from %s on: before that it was warming up, or idle."
                    .formatted(Text.of(one, "judgedFrom", "?")));
        }
        if (isLater(Text.of(one, "minutesFrom", from), from)) {
            lines.add("Before %s the past is known by the hour only.".formatted(Text.of(one, "minutesFrom", "?")));
        }
    }

    private static boolean isLater(String instant, String from) {
        return Duration.between(Instant.parse(from), Instant.parse(instant)).compareTo(WITHOUT_REMARK) > 0;
    }

    /** A column for each day, and a mark below those in which it fired. */
    private static void chart(JsonNode one, List<String> lines) {
        var first = day(Text.of(one, "from", ""));
        var fired = StreamSupport.stream(one.path("episodes").spliterator(), false)
                .map(episode -> (int) (day(Text.of(episode, "from", "")) - first))
                .toList();
        var chart = chart(one);
        lines.add("");
        lines.add(chart.line() + "  worst of each day");
        if (!fired.isEmpty()) {
            lines.add(chart.marks(fired));
        }
    }

    private static TextChart chart(JsonNode one) {
        var worst = StreamSupport.stream(one.path("worstByDay").spliterator(), false)
                .mapToDouble(score -> score.isNull() ? Double.NaN : score.asDouble())
                .toArray();
        return new TextChart(worst, CHART_WIDTH);
    }

    private static long day(String instant) {
        return Math.floorDiv(
                Instant.parse(instant).getEpochSecond(), Duration.ofDays(1).toSeconds());
    }

    private static Table table(JsonNode one) {
        var table = new Table(
                left("FROM", 20),
                right("LASTED", 10),
                right("WORST", 10),
                right("SCORE", 8),
                left("AGAINST", 50),
                left("ALERTS", 24));
        for (var episode : one.path("episodes")) {
            table.row(
                    Text.of(episode, "from", "?"),
                    minutes(episode.path("seconds").asLong()),
                    DurationText.of(episode.path("micros").asDouble()),
                    String.format(Locale.ROOT, "%.2f", episode.path("score").asDouble()),
                    Text.of(episode, "against", ""),
                    numbers(episode.path("alerts")));
        }
        return table;
    }

    private static void missed(JsonNode one, List<String> lines) {
        if (!one.path("missedAlerts").isEmpty()) {
            lines.add("Alerts at whose time it would not have fired: " + numbers(one.path("missedAlerts")));
        }
    }

    private static void proposal(JsonNode proposal, List<String> lines) {
        if (!proposal.isNull()) {
            lines.add("");
            lines.add(Text.of(proposal, "sentence", ""));
            var change = Text.of(proposal, "change", "");
            if (!change.isEmpty()) {
                lines.add("In the settings: " + change);
            }
        }
    }

    private static String minutes(long seconds) {
        long minutes = Math.max(1, seconds / 60);
        return minutes < 60 ? minutes + " min" : "%d h %02d min".formatted(minutes / 60, minutes % 60);
    }

    private static String numbers(JsonNode ids) {
        return StreamSupport.stream(ids.spliterator(), false)
                .map(JsonNode::asString)
                .collect(Collectors.joining(", "));
    }
}
