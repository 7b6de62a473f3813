package io.tidemark.domain.change;

import io.tidemark.domain.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds change points by E-divisive means with a t-test, as Apache Otava does: Matteson and James, "A Nonparametric
 * Approach for Multiple Change Point Analysis of Multivariate Data" (2014), with the windows, the test and the weak
 * points of Fleming et al., "Hunter: Using Change Point Detection to Hunt for Performance Regressions" (2023).
 *
 * <p>Takes O(n · w) time for n values in windows of w while few windows hold a change, O(n · w²) at worst, and O(k²) more
 * for k candidates; O(n) memory. Knows no chance: the same values have the same change points.
 */
public final class ChangePoints {
    private ChangePoints() {}

    /**
     * The change points of values, in order; none where there are fewer than two values.
     *
     * @throws IllegalArgumentException when a value is NaN or infinite; says which
     */
    public static List<ChangePoint> of(double[] values, ChangeSettings settings) {
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(
                        "value %d is %s: leave out what is no finite number".formatted(i, values[i]));
            }
        }
        // A power of two changes no digit, and keeps sums and squares of giant values finite.
        int power = Arrays.stream(values)
                .map(Math::abs)
                .mapToInt(Math::getExponent)
                .max()
                .orElse(0);
        double[] scaled =
                Arrays.stream(values).map(value -> Math.scalb(value, -power)).toArray();
        return new Merging(scaled, settings, new Candidates(scaled, settings.candidateP()).in(settings.window()))
                .points().stream().map(point -> scaled(point, power)).toList();
    }

    /** The change points of a series, as if steps without a value were not there; indexes are those of its steps. */
    public static List<ChangePoint> of(Series series, ChangeSettings settings) {
        int[] present = IntStream.range(0, series.size())
                .filter(step -> !series.isMissing(step))
                .toArray();
        double[] values = Arrays.stream(present).mapToDouble(series::value).toArray();
        return of(values, settings).stream()
                .map(point -> new ChangePoint(present[point.index()], point.before(), point.after(), point.pValue()))
                .toList();
    }

    private static ChangePoint scaled(ChangePoint point, int power) {
        return new ChangePoint(
                point.index(), point.before().scaled(power), point.after().scaled(power), point.pValue());
    }
}
