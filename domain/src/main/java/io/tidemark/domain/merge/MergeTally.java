package io.tidemark.domain.merge;

import io.tidemark.domain.statistics.Order;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Counts merges, and takes the figures of their phases. */
final class MergeTally {
    private static final double P50 = 0.5;
    private static final double P99 = 0.99;

    private final List<Merge> merges;

    MergeTally(Collection<Merge> merges) {
        this.merges = List.copyOf(merges);
    }

    MergeFigures figures() {
        return new MergeFigures(
                outcomes(),
                resolutions(),
                conflicts(),
                new MergeTimes(
                        total(),
                        phases(MergeTally::average),
                        phases(values -> quantile(values, P99)),
                        phases(MergeTally::max)),
                bottlenecks());
    }

    private Outcomes outcomes() {
        return new Outcomes(
                count(MergeStatus.SUCCESS),
                count(MergeStatus.PARTIAL_SUCCESS),
                count(MergeStatus.FAILED),
                count(MergeStatus.ABANDONED));
    }

    private long count(MergeStatus status) {
        return count(merge -> merge.verdict().status() == status);
    }

    private Resolutions resolutions() {
        return new Resolutions(
                count(Resolution.AUTO), count(Resolution.MANUAL), count(Resolution.REJECTED), count(Resolution.NONE));
    }

    private long count(Resolution resolution) {
        return count(merge -> merge.verdict().resolution() == resolution);
    }

    private ConflictCounts conflicts() {
        return new ConflictCounts(
                count(merge -> merge.conflicts().found() > 0),
                sum(merge -> merge.conflicts().found()),
                merges.stream()
                        .mapToLong(merge -> merge.conflicts().found())
                        .max()
                        .orElse(0),
                sum(merge -> merge.conflicts().resolved()),
                sum(merge -> merge.conflicts().failed()));
    }

    private TotalMicros total() {
        double[] totals = values(Phases::totalMicros);
        return new TotalMicros(average(totals), quantile(totals, P50), quantile(totals, P99), (long) max(totals));
    }

    private PhaseMicros phases(ToDoubleFunction<double[]> figure) {
        return new PhaseMicros(
                figure.applyAsDouble(values(Phases::baseMicros)),
                figure.applyAsDouble(values(Phases::conflictMicros)),
                figure.applyAsDouble(values(Phases::resolveMicros)),
                figure.applyAsDouble(values(Phases::restMicros)));
    }

    private BottleneckCounts bottlenecks() {
        return new BottleneckCounts(
                count(MergeBottleneck.LCA_FINDING),
                count(MergeBottleneck.CONFLICT_DETECTION),
                count(MergeBottleneck.CONFLICT_RESOLUTION),
                count(MergeBottleneck.BALANCED),
                count(MergeBottleneck.UNKNOWN));
    }

    private long count(MergeBottleneck bottleneck) {
        return count(merge -> merge.phases().bottleneck() == bottleneck);
    }

    private long count(Predicate<Merge> which) {
        return merges.stream().filter(which).count();
    }

    private long sum(ToLongFunction<Merge> number) {
        return merges.stream().mapToLong(number).sum();
    }

    /** Whole microseconds of at most 366 days: each is exact. */
    private double[] values(ToLongFunction<Phases> phase) {
        return merges.stream()
                .mapToDouble(merge -> (double) phase.applyAsLong(merge.phases()))
                .toArray();
    }

    private static double average(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    private static double quantile(double[] values, double share) {
        return Order.quantile(values, share);
    }

    private static double max(double[] values) {
        double max = 0;
        for (double value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
