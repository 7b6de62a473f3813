package io.tidemark.bootstrap.console.correlation;

import io.tidemark.application.correlate.CorrelationMap;
import io.tidemark.application.correlate.CorrelationReport;
import io.tidemark.application.correlate.CorrelationReport.Pair;
import io.tidemark.application.correlate.CorrelationReport.Trouble;
import io.tidemark.bootstrap.console.correlation.CorrelationView.Choices;
import io.tidemark.bootstrap.console.correlation.CorrelationView.Figures;
import io.tidemark.bootstrap.console.correlation.CorrelationView.GroupView;
import io.tidemark.bootstrap.console.correlation.CorrelationView.Link;
import io.tidemark.bootstrap.console.correlation.CorrelationView.PairRow;
import io.tidemark.bootstrap.console.correlation.CorrelationView.Pairs;
import io.tidemark.bootstrap.console.correlation.CorrelationView.Pictures;
import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.correlation.Affinities;
import io.tidemark.domain.correlation.Tested;
import java.util.List;

/** Puts the page of what moves together together. */
final class Composition {
    /** Of more, the cells are too small to be hit, and the page too heavy. */
    static final int MOST_OPERATIONS = 60;

    private static final int MOST_PAIRS = 100;

    private final CorrelationMap map;
    private final CorrelationQuery query;

    private Composition(CorrelationMap map, CorrelationQuery query) {
        this.map = map;
        this.query = query;
    }

    static CorrelationView view(CorrelationMap map, CorrelationQuery query) {
        return new Composition(map, query).view();
    }

    private CorrelationView view() {
        CorrelationReport report = map.report();
        return new CorrelationView(
                headline(),
                new Choices(query.past(), query.thresholds()),
                report.troubles().stream().map(this::group).toList(),
                report.tested().verdicts() == 0 ? null : pictures(),
                new Pairs(
                        report.pairs().stream()
                                .limit(MOST_PAIRS)
                                .map(this::pair)
                                .toList(),
                        report.pairs().size(),
                        "/api/v1/correlations?hours=%d&threshold=%s&limit=100000"
                                .formatted(query.window().toHours(), query.threshold())));
    }

    private Pictures pictures() {
        List<Pair> pairs = map.report().pairs();
        return new Pictures(
                Matrix.of(map.affinities(), map.operations(), query),
                pairs.isEmpty() ? null : Graph.of(pairs, map.affinities(), query));
    }

    private Headline headline() {
        CorrelationReport report = map.report();
        Tested tested = report.tested();
        if (tested.verdicts() == 0) {
            return new Headline("unknown", "There is too little to compare", detail());
        }
        if (!report.troubles().isEmpty()) {
            Trouble largest = report.troubles().get(0);
            return new Headline(
                    tone(largest),
                    "%s degrade together, and seem to share %s"
                            .formatted(
                                    Wording.counted(largest.group().members().size(), "operation", "operations"),
                                    largest.advice().bottleneck()),
                    detail());
        }
        return report.pairs().isEmpty()
                ? new Headline("fine", "Every operation goes its own way", detail())
                : new Headline(
                        "fine",
                        "%s together, and none of them degrade together"
                                .formatted(Wording.counted(report.pairs().size(), "pair moves", "pairs move")),
                        detail());
    }

    private String detail() {
        Tested tested = map.report().tested();
        String without = tested.fewMinutes() + tested.noDeviation() == 0
                ? ""
                : "; no verdict on %s that have too few minutes in common, and %s that never change"
                        .formatted(Wording.count(tested.fewMinutes()), Wording.count(tested.noDeviation()));
        return "%s of %s in the last %d hours, minute by minute, without the rhythm of the day%s."
                .formatted(
                        Wording.counted(tested.pairs(), "pair", "pairs"),
                        Wording.counted(map.operations(), "operation", "operations"),
                        query.window().toHours(),
                        without);
    }

    private GroupView group(Trouble trouble) {
        String worst = trouble.group().worst();
        return new GroupView(
                tone(trouble),
                trouble.group().members().stream()
                        .map(name -> new Link(name, query.operation(name)))
                        .toList(),
                trouble.advice().bottleneck(),
                trouble.advice().recommendation(),
                "%s is the worst: %s of late, %s what is normal (%s). The strongest two of them move together with r %s."
                        .formatted(
                                worst,
                                Wording.duration(trouble.worst().recentMicros()),
                                Wording.factor(trouble.worst().factor()),
                                Wording.duration(trouble.worst().normal().micros()),
                                Phrases.coefficient(trouble.group().coefficient())));
    }

    private static String tone(Trouble trouble) {
        return trouble.severity() == Severity.CRITICAL ? "critical" : "warning";
    }

    private PairRow pair(Pair pair) {
        String one = pair.link().one();
        String other = pair.link().other();
        return new PairRow(
                new Link(one, query.operation(one)),
                new Link(other, query.operation(other)),
                figures(pair),
                pair.bothDegrading(),
                pair.advice().bottleneck(),
                query.pair(one, other));
    }

    private Figures figures(Pair pair) {
        Affinities affinities = map.affinities();
        int one = affinities.operations().indexOf(pair.link().one());
        int other = affinities.operations().indexOf(pair.link().other());
        if (one < 0 || other < 0) {
            return new Figures(
                    Phrases.coefficient(pair.link().coefficient()),
                    "",
                    Wording.count(pair.link().minutes()));
        }
        return Phrases.figures(affinities.between(one, other));
    }
}
