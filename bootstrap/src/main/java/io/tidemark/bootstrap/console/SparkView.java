package io.tidemark.bootstrap.console;

import io.tidemark.bootstrap.console.ChartView.Marks;
import org.jspecify.annotations.Nullable;

/**
 * The p99 of one operation over time, as small as a word.
 *
 * @param line the p99
 * @param marks what it is held against, or null without a baseline
 */
record SparkView(String line, @Nullable Marks marks) {
    static final int HEIGHT = 32;
}
