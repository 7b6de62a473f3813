package io.tidemark.bootstrap.console;

import io.tidemark.application.overview.OperationOverview.Point;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Turns the points of an operation into SVG paths, with gaps where there were no timings. */
final class Outline {
    static final double WIDTH = 1_000;

    private final TimeRange range;
    private final Duration step;
    private final LogScale scale;
    private final List<List<Point>> runs;

    Outline(List<Point> points, TimeRange range, Duration step, LogScale scale) {
        this.range = range;
        this.step = step;
        this.scale = scale;
        this.runs = runs(points, step);
    }

    /** The area between two figures. */
    String area(ToDoubleFunction<Point> upper, ToDoubleFunction<Point> lower) {
        StringBuilder path = new StringBuilder();
        for (List<Point> run : runs) {
            path.append('M');
            edge(path, run, upper, false);
            path.append('L');
            edge(path, run, lower, true);
            path.append('Z');
        }
        return path.toString();
    }

    /** The line of one figure. */
    String line(ToDoubleFunction<Point> figure) {
        StringBuilder path = new StringBuilder();
        for (List<Point> run : runs) {
            path.append('M');
            edge(path, run, figure, false);
        }
        return path.toString();
    }

    /** The middle of a step. */
    double x(Point point) {
        return x(point.start().plus(step.dividedBy(2)));
    }

    double x(Instant instant) {
        double whole = Duration.between(range.from(), range.to()).toMillis();
        return WIDTH * Duration.between(range.from(), instant).toMillis() / whole;
    }

    /** From the start of the first step to the end of the last, so that a single step is an area, too. */
    private void edge(StringBuilder path, List<Point> run, ToDoubleFunction<Point> figure, boolean backwards) {
        List<double[]> corners = new ArrayList<>();
        Point first = run.get(0);
        Point last = run.get(run.size() - 1);
        corners.add(new double[] {x(first.start()), figure.applyAsDouble(first)});
        run.forEach(point -> corners.add(new double[] {x(point), figure.applyAsDouble(point)}));
        corners.add(new double[] {x(last.start().plus(step)), figure.applyAsDouble(last)});
        for (int i = 0; i < corners.size(); i++) {
            double[] corner = corners.get(backwards ? corners.size() - 1 - i : i);
            path.append(i == 0 ? "" : " ").append(number(corner[0])).append(',').append(number(scale.y(corner[1])));
        }
    }

    /** One decimal at most: a tenth of a pixel cannot be seen. */
    static String number(double value) {
        long tenths = Math.round(value * 10);
        return tenths % 10 == 0 ? Long.toString(tenths / 10) : Double.toString(tenths / 10.0);
    }

    private static List<List<Point>> runs(List<Point> points, Duration step) {
        List<List<Point>> runs = new ArrayList<>();
        Instant expected = Instant.MIN;
        for (Point point : points) {
            if (!point.start().equals(expected)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(point);
            expected = point.start().plus(step);
        }
        return runs;
    }
}
