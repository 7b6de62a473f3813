package io.tidemark.domain.anomaly;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.statistics.Chance;
import java.util.stream.DoubleStream;

/**
 * How the p99 moved from one half of a period to the other.
 *
 * @param before the earlier half
 * @param after the later half
 * @param chance how likely so many slow timings fall into the later half when nothing has changed
 */
public record Shift(Half before, Half after, double chance) {
    static final double P99 = 0.99;
    private static final double P90 = 0.90;

    /** Takes in all that are equal to a limit, which may be half of all timings: by more than a sketch may be off. */
    private static final double JUST_BELOW = 0.99;

    /** Whoever takes the best of so many tests must ask each for as much more. */
    private static final int TESTS = 4;

    /**
     * One half.
     *
     * @param samples how many timings it has
     * @param p99Micros the duration that 99 in 100 of them stay below
     */
    public record Half(long samples, double p99Micros) {
        static Half of(Sketch timings) {
            return new Half(timings.count(), timings.quantile(P99));
        }

        /** Whether the p99 rests on too few timings to be trusted. */
        public boolean isWeak() {
            return samples < Distribution.SAMPLES_FOR_A_FIRM_P99;
        }
    }

    public Shift {
        requireNonNull(before, "before");
        requireNonNull(after, "after");
    }

    static Shift between(Sketch before, Sketch after) {
        Sketch both = new Sketch();
        both.merge(before);
        both.merge(after);
        // Where everything got slower the many from the p90 on say so first; where only the worst did, those from the
        // p99 on.
        double chance = DoubleStream.of(both.quantile(P90), both.quantile(P99))
                .flatMap(limit -> DoubleStream.of(limit, limit * JUST_BELOW))
                .map(limit -> chance(before, after, limit))
                .min()
                .orElse(1);
        return new Shift(Half.of(before), Half.of(after), Math.min(1, TESTS * chance));
    }

    /** By how much the p99 rose, in percent; negative when it fell. */
    public double percent() {
        return 100 * (after.p99Micros() - before.p99Micros()) / before.p99Micros();
    }

    /** Of all timings above a limit, each falls into the later half as often as that has timings: unless it is slower. */
    private static double chance(Sketch before, Sketch after, double limit) {
        long late = after.countAbove(limit);
        double share = (double) after.count() / (before.count() + after.count());
        return Chance.atLeast(late, late + before.countAbove(limit), share);
    }
}
