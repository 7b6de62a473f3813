package io.tidemark.domain.baseline;

import io.tidemark.domain.baseline.Ruling.Reason;
import org.jspecify.annotations.Nullable;

/**
 * When a baseline gives way to a new one.
 *
 * @param worthwhilePercent by how much p99 differs at most for the present one to stay
 * @param approvalFactor from how many times the present p99 on, up or down, a person has to approve
 */
public record ChangePolicy(double worthwhilePercent, double approvalFactor) {
    public static final ChangePolicy DEFAULT = new ChangePolicy(5, 2);

    public ChangePolicy {
        if (!(worthwhilePercent >= 0 && Double.isFinite(worthwhilePercent))) {
            throw new IllegalArgumentException(
                    "worthwhilePercent %s must be a number from 0 on".formatted(worthwhilePercent));
        }
        if (!(approvalFactor > 1 && Double.isFinite(approvalFactor))) {
            throw new IllegalArgumentException(
                    "approvalFactor %s must be a number above 1: at 1 every change would need approval"
                            .formatted(approvalFactor));
        }
    }

    /** What becomes of the present baseline, now that another one was found. */
    public Ruling judge(@Nullable Baseline present, Baseline found, Force force) {
        if (present == null) {
            return new Ruling(Outcome.CREATED, Reason.FIRST_BASELINE, null);
        }
        double percent = percentChange(present.p99Micros(), found.p99Micros());
        if (force != Force.EVEN_IF_DOUBLED && areFarApart(present.p99Micros(), found.p99Micros())) {
            return new Ruling(Outcome.NEEDS_APPROVAL, Reason.TOO_DIFFERENT, percent);
        }
        if (Math.abs(percent) > worthwhilePercent) {
            return new Ruling(Outcome.UPDATED, Reason.CHANGED, percent);
        }
        return force == Force.NO
                ? new Ruling(Outcome.UNCHANGED, Reason.HARDLY_CHANGED, percent)
                : new Ruling(Outcome.UPDATED, Reason.FORCED, percent);
    }

    /**
     * Whether a rejection speaks of this one as well: who said no to a p99 is not asked again about one like it, until it
     * is so far from the rejected one that it would need approval to take its place.
     */
    public boolean isLike(Baseline rejected, Baseline found) {
        return !areFarApart(rejected.p99Micros(), found.p99Micros());
    }

    /** By how many percent a value is larger than it was before. */
    public static double percentChange(double before, double after) {
        return 100 * (after - before) / before;
    }

    private boolean areFarApart(double before, double after) {
        return after > before * approvalFactor || after < before / approvalFactor;
    }
}
