package io.tidemark.application.detect;

import io.tidemark.application.alert.AlertDesk;
import io.tidemark.application.baseline.AnsweredShifts;
import io.tidemark.application.detect.Findings.Outcome;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.anomaly.Decision.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Brings to the desk what somebody should be told. The windows of two runs overlap: an outlier that an alert has counted
 * already is not counted again.
 */
final class Alarm {
    private static final int MOST_STANDING = 1_000;

    private final AlertDesk desk;
    private final Map<Fingerprint, Instant> lastSeen;
    private final AnsweredShifts answers;

    Alarm(AlertDesk desk, AlertReader alerts, AnsweredShifts answers) {
        this.desk = desk;
        this.answers = answers;
        this.lastSeen = alerts.latest(Which.UNRESOLVED, MOST_STANDING).stream()
                .map(AlertReader.AlertReport::alert)
                .collect(Collectors.toMap(
                        Alert::fingerprint, alert -> alert.recurrence().lastSeen(), (one, same) -> one));
    }

    Findings raise(Examination examination) {
        Findings findings = examination.findings();
        return examination
                .sighting()
                .filter(sighting -> !isAnswered(sighting, examination))
                .map(sighting -> findings.with(raise(sighting)))
                .orElseGet(() -> findings.decision().telling() == Telling.TOLD_BY_THRESHOLD
                        ? findings.with(Outcome.TOLD_BY_THRESHOLD)
                        : findings);
    }

    /** A level that somebody has answered differs from the one before for as long as that is looked at. */
    private boolean isAnswered(Sighting sighting, Examination examination) {
        return sighting.fingerprint().type() == AlertType.DEGRADATION
                && answers.isAnswered(
                        sighting.fingerprint().subject(),
                        examination
                                .now()
                                .minus(Duration.ofDays(examination.windows().days())));
    }

    private Outcome raise(Sighting sighting) {
        Instant seen = lastSeen.get(sighting.fingerprint());
        if (seen != null && !sighting.at().isAfter(seen)) {
            return Outcome.TOLD_BEFORE;
        }
        desk.see(List.of(sighting));
        return Outcome.ALERTED;
    }
}
