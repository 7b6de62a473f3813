package io.tidemark.bootstrap.console.merges;

import io.tidemark.application.merge.MergeReport;
import io.tidemark.application.merge.PairReport;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.merges.MergesView.Head;
import io.tidemark.domain.change.LevelShift;
import io.tidemark.domain.merge.MergeBottleneck;
import io.tidemark.domain.merge.MergeFigures;
import io.tidemark.domain.merge.MergeFilter;
import io.tidemark.domain.merge.MergePhase;
import io.tidemark.domain.merge.MergeShift;
import java.util.List;
import java.util.Optional;

/** Says where merges lose their time, in a sentence. */
final class Headline {
    private Headline() {}

    static Head of(Optional<MergeReport> report, MergesQuery query) {
        Period period = query.period();
        return report.map(found -> new Head(
                        Words.tone(found.status()),
                        sentence(found.figures(), subject(query.filter())),
                        detail(found),
                        period.phrase()))
                .orElse(new Head("unknown", "No merges, " + period.phrase(), "", period.phrase()));
    }

    /** Since when an operation takes longer. */
    static String since(LevelShift shift) {
        return "%s takes %s instead of %s since %s"
                .formatted(
                        shift.operation(),
                        Wording.duration(shift.after().mean()),
                        Wording.duration(shift.before().mean()),
                        Wording.dayAndTime(shift.since()));
    }

    /** What the sentence is about: the merges of a pair, or of a branch, or all. */
    private static String subject(MergeFilter filter) {
        String from = filter.source() == null ? "" : " of " + filter.source();
        String into = filter.target() == null ? "" : " into " + filter.target();
        return "Merges" + from + into;
    }

    private static String sentence(MergeFigures figures, String merges) {
        MergeBottleneck bottleneck = figures.bottleneck();
        if (bottleneck == MergeBottleneck.UNKNOWN) {
            return "Nobody timed the phases of these merges";
        }
        if (figures.isMostlyOutside()) {
            return "%s spend %s of their time outside the phases".formatted(merges, share(figures, MergePhase.REST));
        }
        if (bottleneck == MergeBottleneck.BALANCED) {
            return merges + " have no phase that is longer than the others";
        }
        MergePhase phase = MergePhase.valueOf(bottleneck.name());
        return "%s lose their time %s: %s of it".formatted(merges, phase.words(), share(figures, phase));
    }

    private static String share(MergeFigures figures, MergePhase phase) {
        return Words.percent(figures.times().average().share(phase));
    }

    private static String detail(MergeReport report) {
        MergeFigures figures = report.figures();
        return "%s: %s on average, p99 %s (OK up to %s). %s succeeded.%s"
                .formatted(
                        Wording.counted(figures.merges(), "merge", "merges"),
                        Wording.duration(figures.times().total().average()),
                        Wording.duration(figures.times().total().p99()),
                        Wording.duration(report.sla().okMicros()),
                        Words.percent(figures.outcomes().successRate()),
                        worst(report.pairs()));
    }

    private static String worst(List<PairReport> pairs) {
        return pairs.stream()
                .flatMap(pair -> Optional.ofNullable(pair.shift()).map(shift -> " " + said(pair, shift)).stream())
                .findFirst()
                .orElse("");
    }

    private static String said(PairReport pair, MergeShift shift) {
        return "%s takes %s as long since %s."
                .formatted(
                        pair.figures().pair(),
                        Wording.factor(1 + shift.shift().percent() / 100),
                        Wording.dayAndTime(shift.shift().since()));
    }
}
