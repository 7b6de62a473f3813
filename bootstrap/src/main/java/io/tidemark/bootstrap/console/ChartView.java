package io.tidemark.bootstrap.console;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The percentile bands of one operation over time, ready to be drawn.
 *
 * @param description what the picture shows, for those who do not see it
 * @param upperBand from the p95 to the p99
 * @param lowerBand from the p50 to the p95
 * @param median the p50
 * @param marks what it is held against, or null without a baseline
 * @param valueTicks the labels of the vertical axis
 * @param timeTicks the labels of the horizontal axis
 * @param readings the figures of each point, for the pointer
 */
record ChartView(
        String description,
        String upperBand,
        String lowerBand,
        String median,
        @Nullable Marks marks,
        List<Tick> valueTicks,
        List<Tick> timeTicks,
        String readings) {

    static final int HEIGHT = 84;

    /**
     * Heights at which the baseline lies.
     *
     * @param normal its p99
     * @param limit its threshold
     * @param isBroken whether the bands rise above the threshold
     */
    record Marks(double normal, double limit, boolean isBroken) {}

    /**
     * A label.
     *
     * @param at where: from the top, or in hundredths from the left
     */
    record Tick(double at, String label) {}

    static String number(double value) {
        return Outline.number(value);
    }
}
