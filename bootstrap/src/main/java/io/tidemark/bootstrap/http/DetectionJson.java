package io.tidemark.bootstrap.http;

import io.tidemark.application.detect.Anomalies;
import io.tidemark.application.detect.Anomalies.Found;
import io.tidemark.application.detect.DetectionReport;
import io.tidemark.application.detect.Examined;
import io.tidemark.application.detect.Findings;
import io.tidemark.application.detect.Unexamined;
import io.tidemark.application.port.ExpectationBook.Numbered;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.anomaly.Anomaly;
import io.tidemark.domain.anomaly.Degradation;
import io.tidemark.domain.anomaly.NoVerdict;
import io.tidemark.domain.anomaly.Trend;
import io.tidemark.domain.anomaly.Yardstick;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What detection found, as it is answered. Durations are in microseconds. */
final class DetectionJson {
    private DetectionJson() {}

    record AnomaliesJson(
            Instant at, int hours, String method, List<AnomalyJson> anomalies, List<WindowJson> operations) {
        static AnomaliesJson of(DetectionReport report) {
            return new AnomaliesJson(
                    report.at(),
                    report.scan().windows().hours(),
                    report.scan().method().word(),
                    findings(report).flatMap(AnomalyJson::of).toList(),
                    report.operations().stream().map(WindowJson::of).toList());
        }
    }

    /**
     * One timing that does not fit.
     *
     * @param expectedBecause what somebody has said about it, or null
     */
    record AnomalyJson(
            String operation,
            long metricId,
            Instant at,
            long durationMicros,
            @Nullable Long baselineP99Micros,
            double score,
            double deviationPercent,
            Severity severity,
            boolean extreme,
            @Nullable String expectedBecause) {

        static Stream<AnomalyJson> of(Findings findings) {
            return findings.anomalies().found().stream().map(found -> of(findings, found));
        }

        private static AnomalyJson of(Findings findings, Found found) {
            Anomaly anomaly = found.anomaly();
            Double p99 = findings.anomalies().baselineP99Micros();
            Numbered expected = found.expected();
            return new AnomalyJson(
                    findings.operation(),
                    anomaly.timing().metricId(),
                    anomaly.timing().start(),
                    anomaly.timing().durationMicros(),
                    p99 == null ? null : Math.round(p99),
                    rounded(anomaly.score()),
                    rounded(anomaly.deviationPercent()),
                    anomaly.severity(),
                    anomaly.isExtreme(),
                    expected == null ? null : expected.deviation().why());
        }
    }

    /**
     * What is normal in the window of an operation, and how many timings do not fit: those that are listed are the furthest
     * out of them.
     *
     * @param noVerdict why nothing can be said, or null
     */
    record WindowJson(
            String operation,
            long samples,
            boolean warmingUp,
            @Nullable Long normalMicros,
            long slow,
            long quick,
            @Nullable String noVerdict) {

        static WindowJson of(Examined examined) {
            if (examined instanceof Unexamined failed) {
                return new WindowJson(failed.operation(), 0, false, null, 0, 0, failed.failure());
            }
            Findings findings = (Findings) examined;
            Anomalies anomalies = findings.anomalies();
            long slow = anomalies.count().slow();
            long quick = anomalies.count().quick();
            if (anomalies.standard() instanceof Yardstick normal) {
                long centre = Math.round(normal.centreMicros());
                return new WindowJson(
                        findings.operation(), normal.samples(), normal.isWarmingUp(), centre, slow, quick, null);
            }
            NoVerdict none = (NoVerdict) anomalies.standard();
            return new WindowJson(findings.operation(), none.samples(), true, null, 0, 0, reason(none));
        }
    }

    record DegradationsJson(Instant at, int days, List<DegradationJson> degradations) {
        static DegradationsJson of(DetectionReport report) {
            return new DegradationsJson(
                    report.at(),
                    report.scan().windows().days(),
                    report.operations().stream().map(DegradationJson::of).toList());
        }
    }

    /**
     * Whether an operation got slower.
     *
     * @param severity how bad it is; null when it is normal
     * @param noVerdict why nothing can be said, or null
     */
    record DegradationJson(
            String operation,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Long oldP99Micros,
            @Nullable Long newP99Micros,
            @Nullable Double percent,
            @Nullable Double chance,
            @Nullable TrendJson trend,
            @Nullable Severity severity,
            @Nullable String noVerdict) {

        static DegradationJson of(Examined examined) {
            if (examined instanceof Unexamined failed) {
                return none(failed.operation(), failed.failure());
            }
            Findings findings = (Findings) examined;
            return findings.degradation() instanceof Degradation degradation
                    ? of(findings.operation(), degradation)
                    : none(findings.operation(), reason((NoVerdict) findings.degradation()));
        }

        private static DegradationJson of(String operation, Degradation degradation) {
            return new DegradationJson(
                    operation,
                    degradation.period().from(),
                    degradation.period().to(),
                    Math.round(degradation.shift().before().p99Micros()),
                    Math.round(degradation.shift().after().p99Micros()),
                    rounded(degradation.shift().percent()),
                    degradation.shift().chance(),
                    TrendJson.of(degradation.trend()),
                    degradation.severity(),
                    null);
        }

        private static DegradationJson none(String operation, String reason) {
            return new DegradationJson(operation, null, null, null, null, null, null, null, null, reason);
        }
    }

    record TrendJson(Trend.Direction direction, double microsPerDay, double confidence, int days) {
        static TrendJson of(Trend trend) {
            return new TrendJson(
                    trend.direction(),
                    rounded(trend.slopeMicrosPerDay()),
                    Math.round(trend.confidence() * 1e4) / 1e4,
                    trend.days());
        }
    }

    record DetectionsJson(Instant at, String summary, List<DetectedJson> operations) {
        static DetectionsJson of(DetectionReport report) {
            return new DetectionsJson(
                    report.at(),
                    report.summary(),
                    report.operations().stream().map(DetectedJson::of).toList());
        }
    }

    /**
     * What became of an operation.
     *
     * @param outcome what was done; {@code failed} when it could not be looked at
     * @param failure what went wrong, or null
     */
    record DetectedJson(
            String operation,
            @Nullable String kind,
            @Nullable Severity severity,
            String outcome,
            @Nullable WindowJson window,
            List<AnomalyJson> anomalies,
            @Nullable DegradationJson degradation,
            @Nullable String failure) {

        static DetectedJson of(Examined examined) {
            if (examined instanceof Findings findings) {
                return new DetectedJson(
                        findings.operation(),
                        findings.decision().kind().word(),
                        findings.decision().severity(),
                        findings.outcome().name().toLowerCase(Locale.ROOT),
                        WindowJson.of(findings),
                        AnomalyJson.of(findings).toList(),
                        DegradationJson.of(findings),
                        null);
            }
            Unexamined failed = (Unexamined) examined;
            return new DetectedJson(failed.operation(), null, null, "failed", null, List.of(), null, failed.failure());
        }
    }

    private static Stream<Findings> findings(DetectionReport report) {
        return report.operations().stream().filter(Findings.class::isInstance).map(Findings.class::cast);
    }

    private static String reason(NoVerdict none) {
        return none.reason().name().toLowerCase(Locale.ROOT);
    }

    private static double rounded(double number) {
        return Math.round(number * 100) / 100.0;
    }
}
