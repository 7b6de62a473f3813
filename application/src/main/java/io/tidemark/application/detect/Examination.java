package io.tidemark.application.detect;

import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.anomaly.Anomaly;
import io.tidemark.domain.anomaly.Degradation;
import io.tidemark.domain.anomaly.DegradationRule;
import io.tidemark.domain.anomaly.Yardstick;
import java.time.Instant;
import java.util.Optional;

/**
 * What was found of an operation, and what it rests on.
 *
 * @param findings what was found
 * @param diagnosis which anomalies count
 * @param degradations by which rule it got slower
 * @param windows how far back was looked
 * @param now when
 */
record Examination(Findings findings, Diagnosis diagnosis, DegradationRule degradations, Windows windows, Instant now) {
    /** What somebody is to be told; empty when nobody is. */
    Optional<Sighting> sighting() {
        Severity severity = findings.decision().severity();
        if (!findings.decision().alerts() || severity == null) {
            return Optional.empty();
        }
        return findings.degradation() instanceof Degradation degradation && degradation.isSlower()
                ? Optional.of(slower(degradation, severity))
                : spike(severity);
    }

    private Sighting slower(Degradation degradation, Severity severity) {
        Figures figures = Figures.of(
                degradation.shift().after().p99Micros(),
                degradation.shift().before().p99Micros());
        return sighting(AlertType.DEGRADATION, severity, Evidence.of(figures, degradation.why(degradations)), now);
    }

    private Optional<Sighting> spike(Severity severity) {
        return diagnosis
                .worst()
                .flatMap(worst -> why(worst).map(why -> {
                    double normal = why.basis().centreMicros();
                    Figures figures = Figures.of((double) worst.timing().durationMicros(), normal);
                    return sighting(
                            AlertType.ANOMALY,
                            severity,
                            Evidence.of(figures, why),
                            diagnosis.last().orElse(now));
                }));
    }

    private Optional<Why> why(Anomaly anomaly) {
        Window window = diagnosis.window();
        return window.standard() instanceof Yardstick normal
                ? Optional.of(window.rule().why(normal, anomaly, reference(normal), window.longest()))
                : Optional.empty();
    }

    private String reference(Yardstick normal) {
        return normal.isWarmingUp() ? windows.hoursText() + ", warming up" : windows.hoursText();
    }

    private Sighting sighting(AlertType type, Severity severity, Evidence evidence, Instant at) {
        return new Sighting(new Fingerprint(type, findings.operation(), null), severity, evidence, at);
    }
}
