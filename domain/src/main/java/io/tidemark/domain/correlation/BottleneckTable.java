package io.tidemark.domain.correlation;

import io.tidemark.domain.correlation.BottleneckRule.Extent;
import io.tidemark.domain.operation.Category;
import io.tidemark.domain.operation.OperationType;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Says what operations are likely to share, by the first row that fits them.
 *
 * @param rules the rows, in the order in which they are tried; the last one fits everything
 */
public record BottleneckTable(List<BottleneckRule> rules) {
    private static final List<BottleneckRule> BUILT_IN = List.of(
            all(
                    Set.of(Category.MERGE),
                    "Give merges more workers, or make the detection of conflicts cheaper:"
                            + " it compares every object that both sides changed."),
            all(
                    Set.of(Category.COMMIT, Category.BRANCH),
                    "Look at disk I/O (iostat, pg_stat_io): faster disks, or a cache in front of the stored objects."),
            all(
                    Set.of(Category.HISTORY),
                    "Raise shared_buffers, or cache the results of what is asked again and again."),
            BottleneckRule.builtIn(
                    Extent.ANY,
                    Set.of(Category.ROLLBACK),
                    advice(
                            Category.ROLLBACK,
                            "Look at the flushing of WAL (pg_stat_wal, checkpoints);"
                                    + " commit asynchronously where losing the last moments is safe.")),
            all(Set.of(), "Look at lock waits: pg_stat_activity with wait_event_type Lock, and pg_blocking_pids()."));

    public BottleneckTable {
        rules = List.copyOf(rules);
    }

    /** A table in which users' rows come before those of the product. */
    public static BottleneckTable with(List<BottleneckRule> own) {
        return new BottleneckTable(
                Stream.concat(own.stream(), BUILT_IN.stream()).toList());
    }

    /** What some operations share: two that correlate, or a whole group. */
    public Advice advise(Collection<OperationType> operations) {
        return rules.stream()
                .filter(rule -> rule.fits(operations))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no row of %s fits %s".formatted(rules, operations)))
                .advice();
    }

    private static BottleneckRule all(Set<Category> categories, String recommendation) {
        Category category = categories.stream().min(Category::compareTo).orElse(Category.OTHER);
        return BottleneckRule.builtIn(Extent.ALL, categories, advice(category, recommendation));
    }

    private static Advice advice(Category category, String recommendation) {
        return new Advice(category.bottleneck().name(), recommendation);
    }
}
