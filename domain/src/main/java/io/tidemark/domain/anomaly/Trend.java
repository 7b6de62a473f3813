package io.tidemark.domain.anomaly;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.statistics.MannKendall;
import io.tidemark.domain.statistics.TheilSen;
import java.util.Arrays;
import java.util.List;

/**
 * Where the daily p99 of an operation goes.
 *
 * @param direction up or down where that is sure enough
 * @param slopeMicrosPerDay by how much it changes from day to day, by the line that single days do not turn
 * @param confidence how sure it is that it goes one way, from 0 to 1, by the test of Mann and Kendall
 * @param p99Micros a value for each day, oldest first; NaN for days without timings
 */
public record Trend(Direction direction, double slopeMicrosPerDay, double confidence, List<Double> p99Micros) {
    /** Of 20 operations without a trend, one seems to have one. */
    static final double SURE = 0.95;

    /** Which way. */
    public enum Direction {
        UP,
        DOWN,
        FLAT
    }

    public Trend {
        requireNonNull(direction, "direction");
        p99Micros = List.copyOf(p99Micros);
    }

    /** That of a value for each day, NaN for those without; of fewer than two it is flat. */
    static Trend of(double[] daily) {
        List<Double> kept = Arrays.stream(daily).boxed().toList();
        if (Arrays.stream(daily).filter(p99 -> !Double.isNaN(p99)).count() < 2) {
            return new Trend(Direction.FLAT, 0, 0, kept);
        }
        double slope = TheilSen.of(daily).slope();
        double confidence = MannKendall.of(daily).confidence();
        return new Trend(direction(slope, confidence), slope, confidence, kept);
    }

    /** How many days it rests on. */
    public int days() {
        return (int) p99Micros.stream().filter(p99 -> !p99.isNaN()).count();
    }

    private static Direction direction(double slope, double confidence) {
        if (confidence < SURE || slope == 0) {
            return Direction.FLAT;
        }
        return slope > 0 ? Direction.UP : Direction.DOWN;
    }
}
