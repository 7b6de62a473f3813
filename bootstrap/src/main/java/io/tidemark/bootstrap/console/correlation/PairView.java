package io.tidemark.bootstrap.console.correlation;

import io.tidemark.bootstrap.console.chart.TimeChart;
import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.bootstrap.console.frame.Headline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two operations, one under the other.
 *
 * @param headline whether they move together
 * @param past other stretches of time
 * @param back where all pairs are
 * @param both the two
 */
record PairView(Headline headline, List<Choice> past, String back, List<Side> both) {

    /**
     * One of them.
     *
     * @param href where there is more about it
     * @param chart its percentiles over time, or null when it has no timings
     */
    record Side(String name, String href, @Nullable TimeChart chart) {}
}
