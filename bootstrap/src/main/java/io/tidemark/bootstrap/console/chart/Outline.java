package io.tidemark.bootstrap.console.chart;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Turns what was seen step by step into SVG paths, with gaps where there was nothing.
 *
 * @param <P> what is known of a step
 */
public final class Outline<P> {
    private final TimeAxis axis;
    private final ValueScale scale;
    private final Function<P, Instant> start;
    private final List<List<P>> runs;

    /**
     * @param points what is known, in the order of time
     * @param start when the step of a point begins
     */
    public Outline(List<P> points, Function<P, Instant> start, TimeAxis axis, ValueScale scale) {
        this.axis = axis;
        this.scale = scale;
        this.start = start;
        this.runs = runs(points);
    }

    /** The area between two figures. */
    public String area(ToDoubleFunction<P> upper, ToDoubleFunction<P> lower) {
        StringBuilder path = new StringBuilder();
        for (List<P> run : runs) {
            path.append('M');
            edge(path, run, upper, false);
            path.append('L');
            edge(path, run, lower, true);
            path.append('Z');
        }
        return path.toString();
    }

    /** The line of one figure. */
    public String line(ToDoubleFunction<P> figure) {
        StringBuilder path = new StringBuilder();
        for (List<P> run : runs) {
            path.append('M');
            edge(path, run, figure, false);
        }
        return path.toString();
    }

    /** From the start of the first step to the end of the last, so that a single step is an area, too. */
    private void edge(StringBuilder path, List<P> run, ToDoubleFunction<P> figure, boolean backwards) {
        List<double[]> corners = new ArrayList<>();
        P first = run.get(0);
        P last = run.get(run.size() - 1);
        corners.add(new double[] {axis.x(start.apply(first)), figure.applyAsDouble(first)});
        run.forEach(point -> corners.add(new double[] {axis.middle(start.apply(point)), figure.applyAsDouble(point)}));
        corners.add(new double[] {axis.x(end(last)), figure.applyAsDouble(last)});
        for (int i = 0; i < corners.size(); i++) {
            double[] corner = corners.get(backwards ? corners.size() - 1 - i : i);
            path.append(i == 0 ? "" : " ").append(number(corner[0])).append(',').append(number(scale.y(corner[1])));
        }
    }

    private Instant end(P point) {
        return start.apply(point).plus(axis.period().step());
    }

    /** One decimal at most: a tenth of a pixel cannot be seen. */
    public static String number(double value) {
        long tenths = Math.round(value * 10);
        if (tenths % 10 == 0) {
            return Long.toString(tenths / 10);
        }
        // A page has thousands of them: a formatter would take most of its time.
        return (tenths < 0 ? "-" : "") + Math.abs(tenths) / 10 + "." + Math.abs(tenths) % 10;
    }

    private List<List<P>> runs(List<P> points) {
        List<List<P>> runs = new ArrayList<>();
        Instant expected = Instant.MIN;
        for (P point : points) {
            if (!start.apply(point).equals(expected)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(point);
            expected = end(point);
        }
        return runs;
    }
}
