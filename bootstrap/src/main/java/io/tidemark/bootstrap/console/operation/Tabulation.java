package io.tidemark.bootstrap.console.operation;

import io.tidemark.application.alert.AlertWording;
import io.tidemark.application.overview.OperationOverview.Point;
import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.chart.TimeAxis;
import io.tidemark.bootstrap.console.deployment.DeploymentRow;
import io.tidemark.bootstrap.console.frame.ErrorText;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.operation.OperationView.Active;
import io.tidemark.bootstrap.console.operation.OperationView.AlertRow;
import io.tidemark.bootstrap.console.operation.OperationView.Baselines;
import io.tidemark.bootstrap.console.operation.OperationView.BranchRow;
import io.tidemark.bootstrap.console.operation.OperationView.Branches;
import io.tidemark.bootstrap.console.operation.OperationView.Change;
import io.tidemark.bootstrap.console.operation.OperationView.Run;
import io.tidemark.bootstrap.console.operation.OperationView.Slow;
import io.tidemark.bootstrap.console.operation.OperationView.Stretch;
import io.tidemark.bootstrap.console.operation.OperationView.Tables;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineChange;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Percentiles;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.Timing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;

/** What is known of an operation, as tables. */
final class Tabulation {
    private static final int MOST_ALERTS = 20;
    private static final String UNKNOWN = "";

    private final Reading reading;
    private final Period period;

    Tabulation(Reading reading, Period period) {
        this.reading = reading;
        this.period = period;
    }

    Tables tables() {
        return new Tables(
                reading.runs()
                        .slowest()
                        .map(slowest -> slowest.stream().map(this::slow).toList())
                        .orElse(null),
                branches(),
                baselines(),
                reading.happenings().alerts().stream()
                        .limit(MOST_ALERTS)
                        .map(report -> alert(report.alert()))
                        .toList(),
                DeploymentRow.of(reading.happenings().deployments()));
    }

    static Stretch stretch(String name, Distribution durations) {
        Percentiles percentiles = durations.percentiles();
        return new Stretch(
                name,
                Wording.count(durations.samples()),
                Wording.duration(percentiles.p50()),
                Wording.duration(percentiles.p95()),
                Wording.duration(percentiles.p99()),
                Wording.duration((double) durations.max()));
    }

    private Slow slow(Timing timing) {
        Details details = timing.context().details();
        Long rows = details.resources().rowsAffected();
        return new Slow(
                timing.start(),
                Wording.dayAndTime(timing.start()) + seconds(timing.start()),
                Wording.duration((double) timing.durationMicros()),
                times(timing),
                new Run(
                        Objects.requireNonNullElse(timing.context().branch(), UNKNOWN),
                        timing.context().user(),
                        Objects.requireNonNullElse(timing.context().name(), UNKNOWN),
                        rows == null ? UNKNOWN : Wording.count(rows),
                        ErrorText.of(details.error())),
                details.span() == null ? null : "/traces/" + details.span().traceId());
    }

    private static String seconds(Instant at) {
        return String.format(Locale.ROOT, ":%02d", at.getEpochSecond() % 60);
    }

    private String times(Timing timing) {
        ActiveBaseline active = reading.state().baseline();
        return active == null
                ? UNKNOWN
                : Wording.factor(timing.durationMicros()
                        / active.baseline().at(timing.start()).p99Micros());
    }

    private Branches branches() {
        SortedMap<String, SortedMap<Instant, Sketch>> branches = reading.runs().branches();
        boolean hasBranches = branches.keySet().stream().anyMatch(name -> !name.isEmpty());
        if (!hasBranches) {
            return new Branches(List.of(), 0);
        }
        return new Branches(
                branches.entrySet().stream()
                        .map(branch -> new Branch(branch.getKey(), whole(branch.getValue()), branch.getValue()))
                        .sorted(Comparator.comparingLong(
                                        (Branch branch) -> branch.whole().samples())
                                .reversed())
                        .map(this::branch)
                        .toList(),
                reading.runs().allBranches());
    }

    /** One of them, as it was read. */
    private record Branch(String name, Distribution whole, SortedMap<Instant, Sketch> steps) {}

    private static Distribution whole(SortedMap<Instant, Sketch> steps) {
        Sketch whole = new Sketch();
        steps.values().forEach(whole::merge);
        return whole.distribution();
    }

    private BranchRow branch(Branch branch) {
        String name = branch.name();
        Distribution durations = branch.whole();
        ActiveBaseline active = reading.state().baseline();
        List<Point> points = branch.steps().entrySet().stream()
                .map(step -> new Point(step.getKey(), step.getValue().distribution()))
                .toList();
        return new BranchRow(
                name,
                stretch(name.isEmpty() ? "without a branch" : name, durations),
                active == null
                        ? UNKNOWN
                        : Wording.factor(durations.percentiles().p99()
                                / active.baseline().p99Micros()),
                SparkView.upTo(
                        "p99 over time, at most "
                                + Wording.duration(points.stream()
                                        .mapToDouble(point ->
                                                point.durations().percentiles().p99())
                                        .max()
                                        .orElse(0)),
                        points,
                        Point::start,
                        point -> point.durations().percentiles().p99(),
                        new TimeAxis(period)));
    }

    private Baselines baselines() {
        ActiveBaseline active = reading.state().baseline();
        List<BaselineChange> changes = reading.happenings().changes();
        return new Baselines(
                active == null ? null : active(active.baseline()),
                BaselineLine.of(changes),
                changes.stream().map(this::change).toList());
    }

    private static Active active(Baseline baseline) {
        Percentiles normal = baseline.normal().percentiles();
        return new Active(
                Wording.duration(normal.p50()),
                Wording.duration(normal.p75()),
                Wording.duration(normal.p90()),
                Wording.duration(normal.p95()),
                Wording.duration(normal.p99()),
                "%s (%s)"
                        .formatted(
                                Wording.duration((double) baseline.thresholdMicros()),
                                Wording.factor(baseline.atAnyTime().multiplierInForce(baseline.multiplier()))),
                "%s of %s%s"
                        .formatted(
                                Wording.counted(baseline.normal().samples(), "timing", "timings"),
                                Wording.age(baseline.window()),
                                baseline.rhythm().isEmpty() ? "" : ", told apart by the hour"));
    }

    private Change change(BaselineChange change) {
        Double percent = change.percentChange();
        Instant at = change.origin().at();
        String note = change.origin().note();
        return new Change(
                at,
                Wording.dayAndTime(at),
                change.scope().branch() == null ? "all" : change.scope().branch(),
                Wording.duration(change.after().p99Micros()),
                percent == null ? "the first" : String.format(Locale.ROOT, "%+.0f %%", percent),
                change.origin().reason().name().toLowerCase(Locale.ROOT) + (note == null ? "" : ": " + note),
                change.origin().by());
    }

    private AlertRow alert(Alert alert) {
        Instant since = alert.recurrence().firstSeen();
        return new AlertRow(
                alert.severity().name().toLowerCase(Locale.ROOT),
                state(alert.state()),
                "/alerts/" + alert.id(),
                AlertWording.title(alert),
                since,
                Wording.time(since, reading.at()),
                Wording.times(alert.recurrence().occurrences()));
    }

    private static String state(AlertState state) {
        if (state instanceof AlertState.Acknowledged taken) {
            return "taken on by " + taken.by();
        }
        return state.isOver() ? "resolved" : "open";
    }
}
