package io.tidemark.bootstrap.console.chart;

import java.util.List;

/** A vertical axis. */
public sealed interface ValueScale permits LogScale, LinearScale {
    /** How far below the top a value lies. */
    double y(double value);

    /** Round values inside the axis, from the bottom up, as many as can be read. */
    List<Double> ticks();
}
