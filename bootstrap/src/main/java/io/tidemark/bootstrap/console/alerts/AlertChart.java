package io.tidemark.bootstrap.console.alerts;

import io.tidemark.application.overview.OperationOverview;
import io.tidemark.bootstrap.console.chart.BandChart;
import io.tidemark.bootstrap.console.chart.TimeAxis;
import io.tidemark.bootstrap.console.chart.TimeChart;
import io.tidemark.bootstrap.console.chart.TimeChart.Mark;
import io.tidemark.bootstrap.console.chart.TimeChart.Stretch;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Resolved;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Draws how the operation did around the time of an alert. */
final class AlertChart {
    private static final int HEIGHT = 180;
    private static final Duration BEFORE = Duration.ofHours(2);
    private static final Duration AFTER = Duration.ofHours(1);
    private static final Duration LONGEST = Duration.ofDays(30);

    private AlertChart() {}

    /** The time around an alert: what was before, all of it, and what came then; of a long one the end. */
    static Period around(Alert alert, Instant now) {
        Instant end = end(alert).plus(AFTER);
        Instant to = end.isBefore(now) ? end : now;
        Instant from = alert.recurrence().firstSeen().minus(BEFORE);
        Instant earliest = to.minus(LONGEST);
        Instant start = from.isBefore(earliest) ? earliest : from;
        return Period.between(start, to.isAfter(start) ? to : start.plus(BEFORE));
    }

    static TimeChart draw(Alert alert, OperationOverview operation, Period period) {
        TimeAxis axis = new TimeAxis(period);
        Instant first = alert.recurrence().firstSeen();
        double start = inside(axis.x(first));
        double end = inside(axis.x(end(alert)));
        List<Stretch> stretches = end > start
                ? List.of(new Stretch("the alert", "lasted", start, end - start, "while the alert lasted"))
                : List.of();
        List<Mark> marks = new ArrayList<>();
        mark(marks, "raised", axis.x(first), "raised at " + Wording.dayAndTime(first));
        if (alert.state() instanceof Resolved over) {
            mark(marks, "over", axis.x(over.at()), "over at " + Wording.dayAndTime(over.at()));
        }
        return BandChart.draw(operation, period, HEIGHT).with(stretches, marks);
    }

    private static Instant end(Alert alert) {
        return alert.state() instanceof Resolved over
                ? over.at()
                : alert.recurrence().lastSeen();
    }

    private static void mark(List<Mark> marks, String name, double x, String title) {
        if (x >= 0 && x <= TimeAxis.WIDTH) {
            marks.add(new Mark(name, name, x, null, title, null));
        }
    }

    private static double inside(double x) {
        return Math.max(0, Math.min(TimeAxis.WIDTH, x));
    }
}
