package io.tidemark.bootstrap.console.merges;

import io.tidemark.application.merge.MergeReport;
import io.tidemark.application.merge.PairReport;
import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.chart.TimeAxis;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.merges.MergesView.Change;
import io.tidemark.bootstrap.console.merges.MergesView.Durations;
import io.tidemark.bootstrap.console.merges.MergesView.HotSpot;
import io.tidemark.bootstrap.console.merges.MergesView.Names;
import io.tidemark.bootstrap.console.merges.MergesView.PairRow;
import io.tidemark.bootstrap.console.merges.MergesView.Pairs;
import io.tidemark.bootstrap.console.merges.MergesView.Phases;
import io.tidemark.bootstrap.console.merges.MergesView.Tone;
import io.tidemark.domain.merge.BranchPair;
import io.tidemark.domain.merge.ConflictCounts;
import io.tidemark.domain.merge.MergeFigures;
import io.tidemark.domain.merge.MergePoint;
import io.tidemark.domain.merge.MergeShift;
import io.tidemark.domain.merge.PairFigures;
import io.tidemark.domain.merge.TotalMicros;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pairs of branches as rows. */
final class PairTable {
    private static final int HOT_SPOTS = 8;

    private final MergesQuery query;
    private final TimeAxis axis;

    private PairTable(MergesQuery query) {
        this.query = query;
        this.axis = new TimeAxis(query.coarse());
    }

    static Pairs of(MergeReport report, MergesQuery query, int most) {
        PairTable table = new PairTable(query);
        List<PairReport> shown = report.pairs().stream().limit(most).toList();
        return new Pairs(
                shown.stream().map(table::row).toList(),
                PairFigures.hotSpots(shown.stream().map(PairReport::figures).toList()).stream()
                        .limit(HOT_SPOTS)
                        .map(table::hotSpot)
                        .toList(),
                report.pairs().size() > most
                        ? "Showing the %d pairs where most time was lost: choose a branch to see others."
                                .formatted(most)
                        : "");
    }

    static String automatic(ConflictCounts conflicts) {
        OptionalDouble rate = conflicts.automaticRate();
        return rate.isEmpty() ? "–" : Words.percent(rate.getAsDouble());
    }

    private PairRow row(PairReport report) {
        MergeFigures figures = report.figures().figures();
        TotalMicros total = figures.times().total();
        return new PairRow(
                names(report.figures().pair()),
                Wording.count(figures.merges()),
                new Durations(
                        Wording.duration(total.average()),
                        Wording.duration(total.p99()),
                        figures.isWeak(),
                        spark(report)),
                new Tone(Words.tone(report.sla()), Words.of(report.sla())),
                new Phases(
                        Words.of(figures.bottleneck()),
                        Words.percent(figures.bottlenecks().share(figures.bottleneck())),
                        PhaseBar.of(figures.times().average())),
                automatic(figures.conflicts()),
                Words.percent(figures.conflictRate()),
                new Change(since(report.shift()), change(report.shift(), "Since")),
                report.advice());
    }

    /** Since when it takes longer, and in which phase; nothing when it does not. */
    static Stream<String> change(PairReport report) {
        return report.shift() == null
                ? Stream.empty()
                : Stream.of(report.figures().pair() + ": " + change(report.shift(), "since"));
    }

    private SparkView spark(PairReport report) {
        return SparkView.upTo(
                "Median of " + report.figures().pair() + " over time",
                report.course(),
                MergePoint::start,
                MergePoint::p50Micros,
                axis);
    }

    private static String since(@Nullable MergeShift shift) {
        return shift == null
                ? ""
                : "%s since %s"
                        .formatted(
                                Wording.factor(1 + shift.shift().percent() / 100),
                                Wording.dayAndTime(shift.shift().since()));
    }

    private static String change(@Nullable MergeShift shift, String since) {
        return shift == null
                ? ""
                : "%s %s it takes %s instead of %s: most of it in %s, %s more on average."
                        .formatted(
                                since,
                                Wording.dayAndTime(shift.shift().since()),
                                Wording.duration(shift.shift().after().mean()),
                                Wording.duration(shift.shift().before().mean()),
                                shift.phase().words(),
                                Wording.duration(shift.addedMicros()));
    }

    private HotSpot hotSpot(PairFigures pair) {
        MergeFigures figures = pair.figures();
        return new HotSpot(
                names(pair.pair()),
                Words.percent(figures.conflictRate()),
                Wording.count(figures.conflicts().found()),
                Wording.count(figures.conflicts().most()),
                automatic(figures.conflicts()),
                Wording.duration(figures.resolutionMicros()),
                Wording.duration(figures.times().longest().resolution()));
    }

    private Names names(BranchPair pair) {
        return new Names(pair.source(), pair.target(), query.of(pair).href());
    }
}
