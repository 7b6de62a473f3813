package io.tidemark.domain.correlation;

import io.tidemark.domain.correlation.Stretches.Stretch;
import io.tidemark.domain.series.Series;
import java.time.Duration;
import java.util.List;

/**
 * A smooth wave with a period of a day: what can be told of a rhythm without history. It minimises the sum of absolute
 * distances, so that a few bad hours stand out from it instead of bending it.
 */
final class DailyWave implements OwnRhythm {
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration STRETCH = Duration.ofMinutes(10);

    /** In less than this the wave would follow whatever happens. */
    private static final Duration SHORTEST = Duration.ofHours(18);

    /** A constant, a wave of a day and one of half a day, each as cosine and sine. */
    private static final int TERMS = 5;

    private static final int ROUNDS = 20;
    private static final double CLOSE = 1e-3;
    /** Keeps the equations solvable where nothing was seen for most of the day. */
    private static final double RIDGE = 1e-6;

    @Override
    public double[] in(Series logarithms) {
        List<Stretch> stretches = Stretches.of(logarithms, STRETCH);
        double[] wave = new double[logarithms.size()];
        if (!isLongEnough(stretches, logarithms)) {
            return wave;
        }
        double[] weights = fit(logarithms, stretches);
        for (int i = 0; i < wave.length; i++) {
            wave[i] = value(weights, terms(logarithms, i));
        }
        return wave;
    }

    private static boolean isLongEnough(List<Stretch> stretches, Series series) {
        int steps = stretches.isEmpty()
                ? 0
                : stretches.get(stretches.size() - 1).middle()
                        - stretches.get(0).middle();
        return series.step().toSeconds() * steps >= SHORTEST.toSeconds();
    }

    /** Least squares again and again, each point weighed by the inverse of its distance from the last wave. */
    private static double[] fit(Series series, List<Stretch> stretches) {
        double[][] terms = stretches.stream()
                .map(stretch -> terms(series, stretch.middle()))
                .toArray(double[][]::new);
        double[] weights = new double[TERMS];
        for (int round = 0; round < ROUNDS; round++) {
            double[][] equations = new double[TERMS][TERMS + 1];
            for (int i = 0; i < terms.length; i++) {
                double median = stretches.get(i).median();
                double distance = Math.abs(median - value(weights, terms[i]));
                add(equations, terms[i], median, round == 0 ? 1 : 1 / Math.max(CLOSE, distance));
            }
            for (int i = 1; i < TERMS; i++) {
                equations[i][i] += RIDGE;
            }
            weights = solve(equations);
        }
        return weights;
    }

    private static double[] terms(Series series, int step) {
        double days = (double) series.step().toSeconds() * step / DAY.toSeconds();
        double angle = 2 * Math.PI * days;
        return new double[] {1, Math.cos(angle), Math.sin(angle), Math.cos(2 * angle), Math.sin(2 * angle)};
    }

    private static double value(double[] weights, double[] terms) {
        double value = 0;
        for (int i = 0; i < terms.length; i++) {
            value += weights[i] * terms[i];
        }
        return value;
    }

    private static void add(double[][] equations, double[] terms, double value, double weight) {
        for (int row = 0; row < terms.length; row++) {
            for (int column = 0; column < terms.length; column++) {
                equations[row][column] += weight * terms[row] * terms[column];
            }
            equations[row][terms.length] += weight * terms[row] * value;
        }
    }

    /** Gauss's elimination; the equations are symmetric and positive, which needs no pivoting. */
    private static double[] solve(double[][] equations) {
        int n = equations.length;
        for (int pivot = 0; pivot < n; pivot++) {
            for (int row = pivot + 1; row < n; row++) {
                double factor = equations[row][pivot] / equations[pivot][pivot];
                for (int column = pivot; column <= n; column++) {
                    equations[row][column] -= factor * equations[pivot][column];
                }
            }
        }
        double[] solution = new double[n];
        for (int row = n - 1; row >= 0; row--) {
            double rest = equations[row][n];
            for (int column = row + 1; column < n; column++) {
                rest -= equations[row][column] * solution[column];
            }
            solution[row] = rest / equations[row][row];
        }
        return solution;
    }
}
