package io.tidemark.bootstrap.console.operation;

import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.overview.OperationOverview.Point;
import io.tidemark.bootstrap.console.chart.BandChart;
import io.tidemark.bootstrap.console.chart.BandChart.Beside;
import io.tidemark.bootstrap.console.chart.TimeAxis;
import io.tidemark.bootstrap.console.chart.TimeChart;
import io.tidemark.bootstrap.console.chart.TimeChart.Mark;
import io.tidemark.bootstrap.console.chart.TimeChart.Stretch;
import io.tidemark.bootstrap.console.deployment.DeploymentMarks;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.operation.Reading.Happenings;
import io.tidemark.bootstrap.console.operation.Reading.Shift;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.anomaly.Anomaly;
import io.tidemark.domain.anomaly.ExpectedDeviation;
import io.tidemark.domain.baseline.BaselineChange;
import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Reference;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Draws how an operation went, with what happened meanwhile. */
final class Pictures {
    private static final int HEIGHT = 260;

    /** More openings of a window cannot be told apart. */
    private static final int MOST_OPENINGS = 200;

    private static final Duration AROUND = Duration.ofMinutes(10);

    private final OperationQuery query;
    private final TimeAxis axis;
    private final Happenings happenings;

    private Pictures(OperationQuery query, Happenings happenings) {
        this.query = query;
        this.axis = new TimeAxis(query.period());
        this.happenings = happenings;
    }

    static TimeChart bands(
            OperationQuery query, OperationOverview shown, @Nullable OperationOverview beside, Happenings happenings) {
        return new Pictures(query, happenings).bands(shown, beside(query, beside));
    }

    private TimeChart bands(OperationOverview shown, Beside beside) {
        DoubleUnaryOperator heights = BandChart.heights(shown, query.period(), HEIGHT, beside);
        return BandChart.draw(shown, query.period(), HEIGHT, beside).with(stretches(), marks(heights));
    }

    private static Beside beside(OperationQuery query, @Nullable OperationOverview other) {
        Duration shift = query.compare().shift(query.period());
        return new Beside(
                query.compare().phrase(),
                other == null
                        ? List.of()
                        : other.points().stream()
                                .map(point -> new Point(point.start().plus(shift), point.durations()))
                                .toList());
    }

    private List<Stretch> stretches() {
        List<Stretch> stretches = new ArrayList<>();
        happenings
                .quiet()
                .windows()
                .forEach(window -> openings(window)
                        .map(time -> stretch("maintenance", "window", time, "Maintenance window " + window.name()))
                        .filter(Objects::nonNull)
                        .forEach(stretches::add));
        happenings.quiet().expected().forEach(numbered -> {
            ExpectedDeviation expected = numbered.deviation();
            add(stretches, "expected", expected.time(), "Expected by %s: %s".formatted(expected.who(), expected.why()));
        });
        happenings.quiet().excluded().forEach(numbered -> {
            Exclusion excluded = numbered.exclusion();
            Instant end = excluded.to() == null ? range().to() : excluded.to();
            if (excluded.from().isBefore(end)) {
                add(
                        stretches,
                        "left out of baselines",
                        new TimeRange(excluded.from(), end),
                        "Left out of baselines: " + excluded.reason());
            }
        });
        return stretches;
    }

    private Stream<TimeRange> openings(MaintenanceWindow window) {
        return window.timetable().next(MOST_OPENINGS, range().from()).stream()
                .takeWhile(time -> time.from().isBefore(range().to()));
    }

    private void add(List<Stretch> stretches, String name, TimeRange time, String title) {
        Stretch drawn = stretch(name, name.equals("expected") ? "expected" : "excluded", time, title);
        if (drawn != null) {
            stretches.add(drawn);
        }
    }

    /** As far as it is shown; null when none of it is. */
    private @Nullable Stretch stretch(String name, String look, TimeRange time, String title) {
        Instant from = time.from().isBefore(range().from()) ? range().from() : time.from();
        Instant to = time.to().isAfter(range().to()) ? range().to() : time.to();
        if (!from.isBefore(to)) {
            return null;
        }
        String when = "%s to %s".formatted(Wording.dayAndTime(time.from()), Wording.dayAndTime(time.to()));
        double x = axis.x(from);
        return new Stretch(name, look, x, axis.x(to) - x, title + ", " + when);
    }

    private List<Mark> marks(DoubleUnaryOperator heights) {
        List<Mark> marks = new ArrayList<>();
        happenings.anomalies().forEach(anomaly -> marks.add(anomaly(anomaly, heights)));
        marks.addAll(DeploymentMarks.of(happenings.deployments(), query.period()));
        lines(marks, happenings.shifts(), Shift::at, this::shift);
        lines(marks, happenings.changes(), change -> change.origin().at(), this::change);
        lines(marks, happenings.pinned(), pinned -> pinned.remark().at(), this::pinned);
        lines(
                marks,
                happenings.alerts().stream().map(report -> report.alert()).toList(),
                alert -> alert.recurrence().firstSeen(),
                this::alert);
        return marks;
    }

    private <T> void lines(List<Mark> marks, List<T> all, Function<T, Instant> at, Function<T, Mark> mark) {
        all.stream().filter(one -> range().contains(at.apply(one))).map(mark).forEach(marks::add);
    }

    private Mark anomaly(Anomaly anomaly, DoubleUnaryOperator heights) {
        Instant at = anomaly.timing().start();
        double micros = anomaly.timing().durationMicros();
        String title = "%s · %s · %s than usual, score %.1f"
                .formatted(
                        Wording.dayAndTime(at),
                        Wording.duration(micros),
                        anomaly.isSlow() ? "slower" : "quicker",
                        Math.abs(anomaly.score()));
        return new Mark("unusual timing", "unusual", axis.x(at), heights.applyAsDouble(micros), title, closer(at));
    }

    private Mark shift(Shift shift) {
        String title = "%s · level %s %s"
                .formatted(
                        Wording.dayAndTime(shift.at()),
                        shift.relativeChange() > 0 ? "rose by" : "fell by",
                        Verdict.percent(Math.abs(100 * shift.relativeChange())));
        return line("change of level", "shift", shift.at(), title, closer(shift.at()));
    }

    private Mark change(BaselineChange change) {
        Instant at = change.origin().at();
        String title = "%s · new baseline, p99 %s, by %s"
                .formatted(
                        Wording.dayAndTime(at),
                        Wording.duration(change.after().p99Micros()),
                        change.origin().by());
        return line("new baseline", "rebased", at, title, "#baselines");
    }

    private Mark pinned(Reference reference) {
        Instant at = reference.remark().at();
        return line(
                "pinned",
                "pinned",
                at,
                "%s · pinned as %s".formatted(Wording.dayAndTime(at), reference.name()),
                "#baselines");
    }

    private Mark alert(Alert alert) {
        Instant at = alert.recurrence().firstSeen();
        String title = "%s · alert %d, %s"
                .formatted(
                        Wording.dayAndTime(at),
                        alert.id(),
                        alert.severity().name().toLowerCase(Locale.ROOT));
        return line("alert", "alerted", at, title, "/alerts/" + alert.id());
    }

    private Mark line(String name, String look, Instant at, String title, String href) {
        return new Mark(name, look, axis.x(at), null, title, href);
    }

    /** The same page, a few minutes around an instant. */
    private String closer(Instant at) {
        return OperationQuery.of(query.name())
                .with("from", at.minus(AROUND).toString())
                .with("to", at.plus(AROUND).toString())
                .href();
    }

    private TimeRange range() {
        Period period = query.period();
        return period.range();
    }
}
