package io.tidemark.bootstrap.console.overview;

import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.bootstrap.console.chart.BandChart;
import io.tidemark.bootstrap.console.frame.HealthView;
import io.tidemark.bootstrap.console.overview.OverviewView.Alerts;
import io.tidemark.bootstrap.console.overview.OverviewView.Operations;
import io.tidemark.domain.alert.Alert;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the overview together. */
final class Composition {
    private static final int MAX_CARDS = 60;

    private final Readings readings;

    Composition(Readings readings) {
        this.readings = readings;
    }

    OverviewView view(OverviewQuery query) {
        Reading reading = readings.of(query.window());
        List<Ranked> matching = ranked(query, reading.operations());
        List<CardView> cards = matching.stream()
                .limit(MAX_CARDS)
                .map(ranked -> card(ranked, query, reading.operations()))
                .toList();
        int total = reading.operations().all().size();
        return new OverviewView(
                query,
                reading.operations().period(),
                Summary.headline(reading),
                HealthView.of(reading.figures().health()),
                new Alerts(alerts(query, reading), Summary.advice(reading)),
                new Operations(cards, matching.size(), total),
                Summary.figures(reading.figures()));
    }

    /** An operation with its place in the order, before anything is drawn. */
    private record Ranked(OperationOverview overview, Rank rank) {}

    private static List<Ranked> ranked(OverviewQuery query, Reading.Operations operations) {
        return operations.all().stream()
                .filter(overview -> query.takes(overview.operation()))
                .map(overview -> new Ranked(
                        overview, Rank.of(overview, operations.recent().get(overview.operation()))))
                .sorted(Comparator.comparing(Ranked::rank, Rank.WORST_FIRST))
                .toList();
    }

    private static CardView card(Ranked ranked, OverviewQuery query, Reading.Operations operations) {
        OperationOverview overview = ranked.overview();
        return CardView.of(
                overview,
                query.operation(overview.operation()),
                ranked.rank().standing(),
                operations.recent().get(overview.operation()),
                BandChart.draw(overview, operations.period(), BandChart.SMALL));
    }

    /** The operation to look at: of several that are slow together, the first. */
    private static String operation(Alert alert) {
        List<String> members = alert.evidence().members();
        return members.isEmpty() ? alert.fingerprint().subject() : members.get(0);
    }

    private static List<AlertView> alerts(OverviewQuery query, Reading reading) {
        Map<String, OperationOverview> known = reading.operations().all().stream()
                .collect(Collectors.toMap(OperationOverview::operation, Function.identity()));
        return reading.alerts().stream()
                .sorted(Comparator.comparing(
                                (AlertReport report) -> report.alert().severity())
                        .reversed())
                .map(report -> {
                    String operation = operation(report.alert());
                    OperationOverview overview = known.get(operation);
                    return AlertView.of(
                            report,
                            query.operation(operation),
                            overview == null
                                    ? null
                                    : BandChart.spark(
                                            overview, reading.operations().period()),
                            reading.at());
                })
                .toList();
    }
}
