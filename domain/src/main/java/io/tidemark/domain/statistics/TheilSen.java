package io.tidemark.domain.statistics;

import java.util.stream.IntStream;

/**
 * A line through points that up to 29 in 100 wild ones do not turn: its slope is the median of the slopes between all
 * pairs (Theil 1950, Sen 1968).
 *
 * @param slope how much the values rise from one place to the next
 * @param intercept the value at place 0: the median of what the slope leaves
 */
public record TheilSen(double slope, double intercept) {
    /** More points than anybody has days: n points have n²/2 slopes. */
    public static final int MOST_POINTS = 4_000;

    /**
     * The line through values at whole places: 0, 1, 2 and so on.
     *
     * @param values at least two that are not NaN; where a value is NaN there is no point
     */
    public static TheilSen of(double[] values) {
        int[] places = places(values);
        if (places.length < 2 || places.length > MOST_POINTS) {
            throw new IllegalArgumentException(
                    "a line takes from 2 to %d points, not %d".formatted(MOST_POINTS, places.length));
        }
        double[] slopes = new double[places.length * (places.length - 1) / 2];
        int next = 0;
        for (int i = 0; i < places.length; i++) {
            for (int j = i + 1; j < places.length; j++) {
                slopes[next++] = (values[places[j]] - values[places[i]]) / (places[j] - places[i]);
            }
        }
        double slope = Order.select(slopes, 0.5);
        double[] left = new double[places.length];
        for (int i = 0; i < places.length; i++) {
            left[i] = values[places[i]] - slope * places[i];
        }
        return new TheilSen(slope, Order.select(left, 0.5));
    }

    private static int[] places(double[] values) {
        return IntStream.range(0, values.length)
                .filter(place -> !Double.isNaN(values[place]))
                .toArray();
    }
}
