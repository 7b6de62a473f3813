package io.tidemark.application.detect;

import io.tidemark.application.detect.Anomalies.Count;
import io.tidemark.application.detect.Anomalies.Found;
import io.tidemark.application.detect.Findings.Outcome;
import io.tidemark.application.port.Storage;
import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.anomaly.Anomaly;
import io.tidemark.domain.anomaly.AnomalyRule;
import io.tidemark.domain.anomaly.Decision;
import io.tidemark.domain.anomaly.Degradation;
import io.tidemark.domain.anomaly.DegradationRule;
import io.tidemark.domain.anomaly.DegradationVerdict;
import io.tidemark.domain.anomaly.Measured;
import io.tidemark.domain.anomaly.Standard;
import io.tidemark.domain.anomaly.Yardstick;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Looks at single operations as of one instant. Reads their roll-ups, and of their timings only those that stand out: what
 * it costs does not depend on how many timings there are.
 */
final class Examiner {
    /** How many of the anomalies of an operation are looked up on either side. */
    static final int MOST_FOUND = 50;

    /** A range ends before its last minute is over; one minute more takes in what was recorded just now. */
    private static final Duration ROUNDING = Duration.ofMinutes(1);

    /** No timing is that long: ten times the longest there may be. */
    private static final double NEVER_MICROS = 10.0 * Timing.MAX_MICROS;

    private static final Duration HOUR = Duration.ofHours(1);

    private final Storage storage;
    private final DetectionSettings settings;
    private final Scan scan;
    private final TimeRange hours;
    private final TimeRange days;
    private final Briefing briefing;

    Examiner(Storage storage, DetectionSettings settings, Scan scan, Instant now) {
        this.storage = storage;
        this.settings = settings;
        this.scan = scan;
        Instant end = now.plus(ROUNDING);
        this.hours = TimeRange.endingAt(end, Duration.ofHours(scan.windows().hours()));
        this.days = TimeRange.endingAt(end, Duration.ofDays(scan.windows().days()));
        Instant earliest = hours.from().isBefore(days.from()) ? hours.from() : days.from();
        this.briefing = Briefing.read(storage, new TimeRange(earliest, end));
    }

    /** What is found of an operation, and how somebody would be told. */
    Examination examine(String operation) {
        Window window = window(operation);
        Anomalies anomalies = anomalies(operation, window);
        DegradationVerdict degradation = degradation(operation);
        boolean expected = isExpected(operation, degradation);
        double percent = degradation instanceof Degradation known && !expected ? known.countingPercent() : 0;
        Diagnosis diagnosis = new Diagnosis(window, anomalies, briefing.baseline(operation), settings.quickToo());
        Decision decision =
                Decision.of(diagnosis.symptoms(percent), window.rule().cutoffs(), briefing.alerting(operation));
        boolean excused = (expected || anomalies.hasExpected()) && !decision.alerts();
        Findings findings =
                new Findings(operation, anomalies, degradation, decision, excused ? Outcome.EXPECTED : Outcome.LISTED);
        return new Examination(findings, diagnosis, settings.degradations(), scan.windows(), days.to());
    }

    Anomalies anomalies(String operation) {
        return anomalies(operation, window(operation));
    }

    private Window window(String operation) {
        NavigableMap<Instant, Sketch> byHour = new TreeMap<>(storage.rollups().steps(Scope.of(operation), hours, HOUR));
        AnomalyRule rule = settings.anomalies().withMethod(scan.method());
        return Window.of(byHour, rule.withCutoffs(briefing.cutoffs(operation, rule.cutoffs())));
    }

    private Anomalies anomalies(String operation, Window window) {
        Double p99 = briefing.baseline(operation).map(Baseline::p99Micros).orElse(null);
        Standard standard = window.standard();
        if (!(standard instanceof Yardstick normal)) {
            return Anomalies.none(standard, p99);
        }
        Band quiet = window.rule().quiet(normal);
        Count count = new Count(
                window.all().countAbove(quiet.highMicros()),
                window.all().count() - window.all().countAbove(quiet.lowMicros()));
        List<Measured> slow = outside(operation, new Band(0, quiet.highMicros()), count.slow());
        List<Measured> quick = outside(operation, new Band(quiet.lowMicros(), NEVER_MICROS), count.quick());
        List<Anomaly> found = window.rule()
                .judge(normal, Stream.concat(slow.stream(), quick.stream()).toList());
        return new Anomalies(
                standard,
                count,
                found.stream().map(one -> found(operation, one)).toList(),
                p99);
    }

    private Found found(String operation, Anomaly anomaly) {
        return new Found(
                anomaly, briefing.expecting(operation, anomaly.timing()).orElse(null));
    }

    /** What the roll-ups show not to be there is not looked for. */
    private List<Measured> outside(String operation, Band quiet, long count) {
        return count == 0
                ? List.of()
                : storage.timingReader()
                        .outside(Scope.of(operation), hours, quiet, MOST_FOUND)
                        .orElse(List.of());
    }

    private DegradationVerdict degradation(String operation) {
        return settings.degradations()
                .judge(days, storage.rollups().steps(Scope.of(operation), days, DegradationRule.step(days)));
    }

    private boolean isExpected(String operation, DegradationVerdict verdict) {
        Duration half = Duration.between(days.from(), days.to()).dividedBy(2);
        return verdict instanceof Degradation degradation
                && degradation.isSlower()
                && briefing.expects(
                        operation,
                        TimeRange.endingAt(days.to(), half),
                        degradation.shift().after().p99Micros());
    }
}
