package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.Scope;

/**
 * A baseline that was pinned, such as that of a release or a quarter: it stays beside the rolling one, so that a creep
 * which each day's recalculation follows still shows.
 *
 * @param name what it is called, such as {@code 2026-Q4}, by the rules of {@link Scope}
 * @param baseline what was pinned
 * @param remark who pinned it, and when
 */
public record Reference(String name, ActiveBaseline baseline, Remark remark) {
    /** From how many percent above the reference on a creep is worth a look. */
    public static final double CREEP_PERCENT = 20;

    public Reference {
        Scope.requireName("name", name);
        requireNonNull(baseline, "baseline");
        requireNonNull(remark, "remark");
    }

    public Scope scope() {
        return baseline.baseline().scope();
    }

    /** By how many percent the p99 of another baseline lies above that of this one. */
    public double percentAbove(Baseline rolling) {
        return ChangePolicy.percentChange(baseline.baseline().p99Micros(), rolling.p99Micros());
    }

    /** Whether a baseline has crept so far above this one that somebody should look. */
    public boolean isCrept(Baseline rolling) {
        return percentAbove(rolling) >= CREEP_PERCENT;
    }
}
