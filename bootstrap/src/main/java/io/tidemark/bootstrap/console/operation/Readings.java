package io.tidemark.bootstrap.console.operation;

import io.tidemark.application.Tidemark;
import io.tidemark.application.change.History;
import io.tidemark.application.change.RecentLevel;
import io.tidemark.application.detect.Anomalies.Found;
import io.tidemark.application.detect.Windows;
import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.overview.Overview;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Filter;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.DeploymentBook.DeploymentSearch;
import io.tidemark.application.port.RollupReader.Courses;
import io.tidemark.application.port.Storage;
import io.tidemark.bootstrap.console.deployment.DeploymentMarks;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.operation.Reading.Course;
import io.tidemark.bootstrap.console.operation.Reading.Happenings;
import io.tidemark.bootstrap.console.operation.Reading.Quiet;
import io.tidemark.bootstrap.console.operation.Reading.Runs;
import io.tidemark.bootstrap.console.operation.Reading.Shift;
import io.tidemark.bootstrap.console.operation.Reading.State;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.anomaly.Anomaly;
import io.tidemark.domain.change.ChangePoints;
import io.tidemark.domain.change.ChangeSettings;
import io.tidemark.domain.label.Label;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.operation.Category;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.quiet.FiledWindow;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what the page of an operation shows. */
final class Readings {
    static final Duration RECENT = Duration.ofMinutes(5);
    static final int MOST_SLOW = 20;
    static final int MOST_BRANCHES = 12;
    static final int MOST_CHANGES = 30;

    private static final int MOST_ALERTS = 100;

    private static final double MEDIAN = 0.5;
    private static final Duration AN_HOUR = Duration.ofHours(1);
    /** Steps have fewer timings than hours: less than a fifth is mostly chance. */
    private static final ChangeSettings OF_STEPS = new ChangeSettings(30, 0.001, 0.2);

    private static final Set<String> LABELS_OF_AN_OPERATION =
            Set.of(Label.OPERATION.word(), Label.SUBJECT.word(), Label.CATEGORY.word());

    private final Tidemark tidemark;
    private final ConsoleSources sources;

    Readings(ConsoleSources sources) {
        this.tidemark = sources.tidemark();
        this.sources = sources;
    }

    Reading of(OperationQuery query, OperationType operation) {
        Instant now = sources.clock().instant();
        TimeRange range = query.period().range();
        Courses courses = tidemark.overview()
                .courses(operation.name(), range, query.period().step(), MOST_BRANCHES);
        Course course = course(query, courses.whole());
        RecentLevel level = tidemark.analysis().levelShifts(ZoneOffset.UTC).lately(operation.name(), now);
        return new Reading(
                now,
                state(operation.name(), level, now),
                course,
                new Happenings(
                        alerts(operation.name()),
                        kept().baselineHistory().changes(operation.name(), MOST_CHANGES),
                        kept().references().all().stream()
                                .filter(pinned -> pinned.scope().equals(Scope.of(operation.name())))
                                .toList(),
                        anomalies(operation.name(), range, now),
                        shifts(query, course, level),
                        tidemark.deployments().find(DeploymentSearch.of(operation.name(), range, DeploymentMarks.MOST)),
                        quiet(operation, range)),
                new Runs(
                        tidemark.timings().slowest(Scope.of(operation.name()), range, MOST_SLOW),
                        courses.branches(),
                        courses.allBranches()));
    }

    private Storage kept() {
        return tidemark.analysis().baselines().views().storage();
    }

    private State state(String operation, RecentLevel level, Instant now) {
        Overview overview = tidemark.overview();
        Scope scope = Scope.of(operation);
        Distribution recent = overview.operation(
                        operation, overview.steps(scope, TimeRange.endingAt(now, RECENT), RECENT))
                .map(OperationOverview::whole)
                .orElse(null);
        return new State(
                recent, overview.baseline(scope).orElse(null), level.standing().orElse(null));
    }

    private Course course(OperationQuery query, SortedMap<Instant, Sketch> steps) {
        return new Course(
                steps, tidemark.overview().operation(query.name(), steps).orElse(null), beside(query));
    }

    private @Nullable OperationOverview beside(OperationQuery query) {
        if (query.compare() == Compare.NOTHING) {
            return null;
        }
        TimeRange shown = query.period().range();
        Duration earlier = query.compare().shift(query.period());
        TimeRange other = new TimeRange(shown.from().minus(earlier), shown.to().minus(earlier));
        return tidemark.overview()
                .operation(query.name(), other, query.period().step())
                .orElse(null);
    }

    /** Those about it alone, and those about several that it is one of; the most recent first. */
    private List<AlertReport> alerts(String operation) {
        Filter together = new Filter(Which.ALL, null, AlertType.CORRELATED_DEGRADATION, null);
        return Stream.concat(
                        tidemark
                                .alerts()
                                .latest(new Filter(Which.ALL, null, null, operation), null, MOST_ALERTS)
                                .stream(),
                        tidemark.alerts().latest(together, null, MOST_ALERTS).stream()
                                .filter(report ->
                                        report.alert().evidence().members().contains(operation)))
                .sorted(Comparator.comparing((AlertReport report) ->
                                report.alert().recurrence().lastSeen())
                        .reversed())
                .toList();
    }

    /** As far back as detection looks. */
    private List<Anomaly> anomalies(String operation, TimeRange range, Instant now) {
        long hours = Math.max(1, ChronoUnit.HOURS.between(range.from(), now) + 1);
        return tidemark
                .analysis()
                .detection()
                .anomalies(operation, (int) Math.min(hours, Windows.MOST_HOURS))
                .found()
                .stream()
                .map(Found::anomaly)
                .filter(anomaly -> range.contains(anomaly.timing().start()))
                .toList();
    }

    /** Of a long time by the hour, without the rhythm of day and week; of a short one by the steps that are shown. */
    private static List<Shift> shifts(OperationQuery query, Course course, RecentLevel level) {
        if (query.period().step().compareTo(AN_HOUR) < 0) {
            return shifts(course);
        }
        History history = level.history(ChangeSettings.DEFAULT);
        return history.points().stream()
                .map(point -> new Shift(history.calm().instant(point.index()), point.relativeChange()))
                .filter(shift -> query.period().range().contains(shift.at()))
                .toList();
    }

    private static List<Shift> shifts(Course course) {
        List<Instant> starts = List.copyOf(course.steps().keySet());
        double[] medians = course.steps().values().stream()
                .mapToDouble(sketch -> sketch.quantile(MEDIAN))
                .toArray();
        return ChangePoints.of(medians, OF_STEPS).stream()
                .map(point -> new Shift(starts.get(point.index()), point.relativeChange()))
                .toList();
    }

    private Quiet quiet(OperationType operation, TimeRange range) {
        return new Quiet(
                tidemark.alerting().windows().windows().stream()
                        .map(FiledWindow::window)
                        .filter(window -> mayCover(window, operation.name(), operation.category()))
                        .toList(),
                tidemark.analysis().expectations().during(range).stream()
                        .filter(expected -> expected.deviation().operation().equals(operation.name()))
                        .toList(),
                kept().exclusions().standing().stream()
                        .filter(excluded -> excluded.exclusion().appliesTo(Scope.of(operation.name())))
                        .toList());
    }

    /** By what is known of an operation without an alert about it. */
    private static boolean mayCover(MaintenanceWindow window, String operation, Category category) {
        Labels labels = new Labels(Map.of(
                Label.OPERATION.word(),
                operation,
                Label.SUBJECT.word(),
                operation,
                Label.CATEGORY.word(),
                category.word()));
        return window.enabled()
                && window.matchers().stream()
                        .filter(matcher -> LABELS_OF_AN_OPERATION.contains(matcher.label()))
                        .allMatch(matcher -> matcher.matches(labels));
    }
}
