package io.tidemark.domain.anomaly;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.anomaly.NoVerdict.Reason;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Distribution.Moments;
import io.tidemark.domain.percentile.Sketch;

/**
 * What is normal in a window, and how far a duration is from it.
 *
 * @param method how it was worked out
 * @param samples of how many timings
 * @param centre where they lie: in microseconds by the classic method, as their natural logarithm by the robust one
 * @param below how far apart they lie below the centre, in the same unit; positive
 * @param above how far apart they lie above it
 */
public record Yardstick(Method method, long samples, double centre, double below, double above) implements Standard {
    /** Of fewer timings nobody can say what is normal. */
    public static final long LEAST_SAMPLES = 5;

    /** With fewer timings the yardstick itself is uncertain: a verdict holds with a grain of salt. */
    public static final long FIRM_FROM = Distribution.SAMPLES_FOR_A_FIRM_P99;

    public Yardstick {
        requireNonNull(method, "method");
        if (!(Double.isFinite(centre) && below > 0 && above > 0 && Double.isFinite(below + above))) {
            throw new IllegalArgumentException(
                    "centre %s must be finite, and the spreads %s and %s positive".formatted(centre, below, above));
        }
    }

    /**
     * The classic z-score: distance from the mean in population standard deviations.
     *
     * <p>Its weakness: the outlier is a part of what it is measured by, and inflates the deviation. Of n values none can be
     * further than √(n − 1) population deviations from their mean (Samuelson 1968; with the sample deviation it is (n − 1)/√n),
     * so that among ten values nothing can exceed 3, and reach it only when the other nine are equal; two equal outliers hide
     * each other sooner still. It also takes durations for symmetric, which they are not. Exact from a sketch as well as from
     * single values.
     */
    public static Standard classic(Sketch timings) {
        if (timings.count() < LEAST_SAMPLES) {
            return new NoVerdict(Reason.TOO_FEW_SAMPLES, timings.count());
        }
        Moments moments = timings.totals().moments();
        return moments.deviation() > 0
                ? new Yardstick(
                        Method.CLASSIC, timings.count(), moments.mean(), moments.deviation(), moments.deviation())
                : new NoVerdict(Reason.NO_SPREAD, timings.count());
    }

    /** The classic z-score of durations one by one. */
    public static Standard classic(long[] micros) {
        Sketch timings = new Sketch();
        for (long duration : micros) {
            timings.add(duration);
        }
        return classic(timings);
    }

    /**
     * The robust z-score: distance from the median in units of the MAD, both of the logarithm, as {@link LogSpread}
     * says. Up to a tenth of the timings may be wild on a side and still stand out. The cost does not depend on how many
     * timings the sketch counts; centre and spread differ by at most 0.004 from those of the single values.
     */
    public static Standard robust(Sketch timings) {
        return timings.count() < LEAST_SAMPLES
                ? new NoVerdict(Reason.TOO_FEW_SAMPLES, timings.count())
                : robust(LogSpread.of(timings), timings.count());
    }

    /** The robust z-score of durations one by one. */
    public static Standard robust(long[] micros) {
        return micros.length < LEAST_SAMPLES
                ? new NoVerdict(Reason.TOO_FEW_SAMPLES, micros.length)
                : robust(LogSpread.of(micros), micros.length);
    }

    private static Yardstick robust(LogSpread spread, long samples) {
        return new Yardstick(Method.ROBUST, samples, spread.median(), spread.below(), spread.above());
    }

    /** How far a duration is from the centre: negative when it is shorter. */
    public double score(double micros) {
        double distance = (method == Method.CLASSIC ? micros : Math.log(micros)) - centre;
        return distance / (distance < 0 ? below : above);
    }

    /** The duration of a score; negative where the classic method would have it so. */
    public double micros(double score) {
        double value = centre + score * (score < 0 ? below : above);
        return method == Method.CLASSIC ? value : Math.exp(value);
    }

    /** The duration in the middle. */
    public double centreMicros() {
        return micros(0);
    }

    /** The highest score that a timing of the window itself can reach. */
    public double highestScore() {
        return method == Method.CLASSIC ? Math.sqrt(samples - 1.0) : Double.POSITIVE_INFINITY;
    }

    /** Whether it rests on few timings yet; alerts are not raised for single timings then. */
    public boolean isWarmingUp() {
        return samples < FIRM_FROM;
    }
}
