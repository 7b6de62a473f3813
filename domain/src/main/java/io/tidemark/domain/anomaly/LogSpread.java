package io.tidemark.domain.anomaly;

import io.tidemark.domain.percentile.Buckets;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.statistics.Normal;
import io.tidemark.domain.statistics.Order;
import io.tidemark.domain.statistics.Spread;
import java.util.stream.LongStream;

/**
 * Median and spread of the natural logarithm of durations, by side. Durations are skewed, their logarithms nearly normal.
 *
 * <p>The spread is 1.4826 times the MAD, which is the standard deviation of a normal distribution however wild up to half
 * of the values are. Two floors lie under it. It is never below {@value #FLOOR}, about five percent: where most timings are
 * equal the MAD is 0, and every other timing would be infinitely far away. And on either side nine in ten stay within
 * 1.28 spreads, as they would if they were normal: when a tenth or more lies further out, as the second of two modes does
 * or the tail of a very skewed operation, that is how the operation is.
 *
 * @param median of the logarithm
 * @param below the spread of what is below the median
 * @param above the spread of what is above it
 */
record LogSpread(double median, double below, double above) {
    static final double FLOOR = 0.05;

    private static final double MOST = 0.9;
    private static final double SIGMAS_OF_MOST = Normal.quantile(MOST);

    /** That of at least one duration. */
    static LogSpread of(long[] micros) {
        double[] logs = LongStream.of(micros).mapToDouble(Math::log).toArray();
        Spread spread = Spread.of(logs);
        // The outermost one of few must not be the one that says how far out nine in ten are: towards the median.
        double inside = Math.floor(MOST * (logs.length - 1)) / Math.max(1, logs.length - 1);
        return of(spread, Order.quantile(logs, 1 - inside), Order.quantile(logs, inside));
    }

    /** That of what a sketch has counted, at least one. */
    static LogSpread of(Sketch timings) {
        Logs logs = new Logs(timings);
        double median = Math.log(timings.quantile(0.5));
        Spread spread = new Spread(median, logs.medianDistanceFrom(median));
        long inside = (long) (MOST * (timings.count() - 1));
        return of(spread, logs.at(timings.count() - 1 - inside), logs.at(inside));
    }

    private static LogSpread of(Spread spread, double low, double high) {
        double both = Math.max(FLOOR, spread.sigma());
        return new LogSpread(
                spread.median(),
                Math.max(both, (spread.median() - low) / SIGMAS_OF_MOST),
                Math.max(both, (high - spread.median()) / SIGMAS_OF_MOST));
    }

    /** The logarithms of what the buckets of a sketch stand for, in ascending order. */
    private static final class Logs {
        private final Buckets buckets;
        private final double[] logs;
        private final long count;

        Logs(Sketch timings) {
            buckets = timings.buckets();
            count = timings.count();
            logs = new double[buckets.size()];
            for (int i = 0; i < logs.length; i++) {
                logs[i] = Math.log(buckets.middle(i));
            }
        }

        double at(long rank) {
            int i = 0;
            for (long seen = buckets.count(0); seen <= rank; seen += buckets.count(i)) {
                i++;
            }
            return logs[i];
        }

        double medianDistanceFrom(double median) {
            return (distance(median, (count - 1) / 2) + distance(median, count / 2)) / 2;
        }

        /** Walks away from the median on both sides, always to the nearer neighbour. */
        private double distance(double median, long rank) {
            int right = 0;
            while (right < logs.length && logs[right] < median) {
                right++;
            }
            int left = right - 1;
            double distance = 0;
            for (long seen = 0; seen <= rank; ) {
                double toLeft = left < 0 ? Double.POSITIVE_INFINITY : median - logs[left];
                double toRight = right == logs.length ? Double.POSITIVE_INFINITY : logs[right] - median;
                distance = Math.min(toLeft, toRight);
                seen += buckets.count(toLeft < toRight ? left-- : right++);
            }
            return distance;
        }
    }
}
