package io.tidemark.domain.merge;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.DurationText;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * What would help some merges, by the first row of a small table that fits them.
 *
 * @param evidence why one would think so: where the time goes, in figures
 * @param remedy what to do, and what it rests on
 */
public record MergeAdvice(String evidence, String remedy) {
    private static final double HALF = 0.5;

    private static final List<Row> TABLE = List.of(
            new Row(
                    figures -> figures.bottleneck() == MergeBottleneck.UNKNOWN,
                    "Time the phases to see more: MergeTimer.base, conflicts and resolve in Java, or the arguments"
                            + " p_lca_microseconds, p_conflict_detection_microseconds and"
                            + " p_auto_resolution_microseconds of record_merge_performance in SQL."),
            new Row(
                    MergeFigures::isMostlyOutside,
                    "Most of the time is outside the phases: open a span around each step there"
                            + " (tidemark.span, start_performance_trace), and the trace shows which one it is."
                            + " Applying the result, waiting for locks and committing are the usual ones."),
            new Row(
                    figures -> figures.bottleneck() == MergeBottleneck.LCA_FINDING,
                    "The search walks back through every commit since the branches parted: bring the target into the"
                            + " source more often, so that the way is short. Check that commits are indexed by their"
                            + " parent; in long histories a generation number in each commit"
                            + " lets the search stop early."),
            new Row(
                    figures -> figures.bottleneck() == MergeBottleneck.CONFLICT_DETECTION,
                    "Every object that both sides changed is compared: merge smaller changes more often, and compare"
                            + " hashes before definitions. If it takes long with few changes, look at the plan of the"
                            + " comparing query."),
            new Row(
                    figures ->
                            figures.bottleneck() == MergeBottleneck.CONFLICT_RESOLUTION && isMostlyAutomatic(figures),
                    "The rules do their work, one conflict after the other: resolve conflicts of one kind together, and"
                            + " merge more often, so that fewer arise."),
            new Row(
                    figures -> figures.bottleneck() == MergeBottleneck.CONFLICT_RESOLUTION,
                    "The rules are tried and most conflicts are left over: look at what kinds these are, add rules for"
                            + " the commonest, and skip those that never fit. Until then the time of this phase is"
                            + " spent for nothing."),
            new Row(
                    figures -> true,
                    "No phase stands out, so look at what they share: locks and the disk. tidemark correlate tells what"
                            + " gets slow together with merges."));

    public MergeAdvice {
        requireNonNull(evidence, "evidence");
        requireNonNull(remedy, "remedy");
    }

    /** A row: the first that fits says what would help. */
    private record Row(Predicate<MergeFigures> fits, String remedy) {}

    /** That for merges that look like this. */
    public static MergeAdvice of(MergeFigures figures) {
        Row row = TABLE.stream()
                .filter(one -> one.fits().test(figures))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no row fits " + figures));
        return new MergeAdvice(evidence(figures), row.remedy());
    }

    private static String evidence(MergeFigures figures) {
        MergeBottleneck bottleneck = figures.bottleneck();
        if (bottleneck == MergeBottleneck.UNKNOWN) {
            return "None of the phases of %s was timed.".formatted(merges(figures.merges()));
        }
        if (figures.isMostlyOutside()) {
            return takes(MergePhase.REST, figures) + ".";
        }
        if (bottleneck == MergeBottleneck.BALANCED) {
            return "No phase of %s is longer than the others.".formatted(merges(figures.merges()));
        }
        MergePhase phase = MergePhase.valueOf(bottleneck.name());
        return "%s, and was the longest phase in %d of %s%s."
                .formatted(
                        takes(phase, figures),
                        figures.bottlenecks().of(bottleneck),
                        merges(figures.merges()),
                        phase == MergePhase.CONFLICT_RESOLUTION ? automatic(figures) : "");
    }

    private static String takes(MergePhase phase, MergeFigures figures) {
        String words = phase.words();
        return "%s%s takes %s of the time, %s of %s on average"
                .formatted(
                        words.substring(0, 1).toUpperCase(Locale.ROOT),
                        words.substring(1),
                        percent(share(figures, phase)),
                        DurationText.of(figures.times().average().of(phase)),
                        DurationText.of(figures.times().total().average()));
    }

    private static String automatic(MergeFigures figures) {
        return figures.conflicts().automaticRate().isEmpty()
                ? ""
                : "; %s of %d conflicts were resolved automatically"
                        .formatted(
                                percent(figures.conflicts().automaticRate().getAsDouble()),
                                figures.conflicts().found());
    }

    private static boolean isMostlyAutomatic(MergeFigures figures) {
        return figures.conflicts().automaticRate().orElse(1) >= HALF;
    }

    private static double share(MergeFigures figures, MergePhase phase) {
        return figures.times().average().share(phase);
    }

    private static String merges(long count) {
        return count == 1 ? "1 merge" : count + " merges";
    }

    private static String percent(double share) {
        return Math.round(share * 100) + " %";
    }
}
