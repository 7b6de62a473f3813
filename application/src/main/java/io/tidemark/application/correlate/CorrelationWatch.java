package io.tidemark.application.correlate;

import io.tidemark.application.alert.AlertDesk;
import io.tidemark.application.correlate.CorrelationReport.Trouble;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.correlation.CorrelationSettings;
import io.tidemark.domain.correlation.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Raises one alert for operations that degrade together. While the trouble lasts it stays the same alert, also when members
 * come and go: a group is told apart from others by its members, not by its name.
 */
public final class CorrelationWatch {
    private static final int MOST_ALERTS_READ = 1_000;

    private final Correlation correlation;
    private final AlertReader alerts;
    private final AlertDesk desk;
    private final CorrelationSettings settings;

    public CorrelationWatch(Correlation correlation, AlertReader alerts, AlertDesk desk, CorrelationSettings settings) {
        this.correlation = correlation;
        this.alerts = alerts;
        this.desk = desk;
        this.settings = settings;
    }

    /**
     * Looks once.
     *
     * @return what was found, in a line
     * @throws io.tidemark.application.port.StorageException when something could not be read or raised
     */
    public String run() {
        CorrelationReport report = correlation.lookAtTracked(Correlation.WINDOW, settings);
        List<Alert> standing = alerts.latest(Which.UNRESOLVED, MOST_ALERTS_READ).stream()
                .map(AlertReport::alert)
                .filter(alert -> alert.fingerprint().type() == AlertType.CORRELATED_DEGRADATION)
                .toList();
        List<Fingerprint> taken =
                new ArrayList<>(standing.stream().map(Alert::fingerprint).toList());
        List<Sighting> sightings = new ArrayList<>();
        for (Trouble trouble : report.troubles()) {
            Fingerprint fingerprint = known(trouble, standing).orElseGet(() -> fresh(trouble, taken));
            taken.add(fingerprint);
            sightings.add(sighting(fingerprint, trouble, report));
        }
        desk.see(sightings);
        return "%d pairs, %d of them correlate; groups that degrade together: %d"
                .formatted(
                        report.tested().pairs(),
                        report.pairs().size(),
                        report.troubles().size());
    }

    private Sighting sighting(Fingerprint fingerprint, Trouble trouble, CorrelationReport report) {
        Standing worst = trouble.worst();
        Figures figures = Figures.of(worst.recentMicros(), worst.normal().micros());
        Evidence evidence = Evidence.of(figures, why(trouble, report))
                .withMembers(trouble.group().members());
        return new Sighting(
                fingerprint, trouble.severity(), evidence, report.range().to());
    }

    /** That of the alert which is about the same operations. */
    private static Optional<Fingerprint> known(Trouble trouble, List<Alert> standing) {
        return standing.stream()
                .filter(alert -> trouble.group().isAbout(alert.evidence().members()))
                .map(Alert::fingerprint)
                .findFirst();
    }

    /** One that no alert has: named for what the operations share, and for the first of them if that is taken. */
    private static Fingerprint fresh(Trouble trouble, List<Fingerprint> taken) {
        String bottleneck = trouble.advice().bottleneck();
        String first = trouble.group().members().get(0);
        Fingerprint byBottleneck = new Fingerprint(AlertType.CORRELATED_DEGRADATION, bottleneck, null);
        return taken.contains(byBottleneck)
                ? new Fingerprint(AlertType.CORRELATED_DEGRADATION, bottleneck + " with " + first, null)
                : byBottleneck;
    }

    private Why why(Trouble trouble, CorrelationReport report) {
        Standing worst = trouble.worst();
        return new Why(
                Why.Test.CORRELATION,
                new Why.Band(worst.normal().lowMicros(), worst.normal().highMicros()),
                new Why.Basis(
                        reference(trouble, report),
                        worst.normal().samples(),
                        worst.normal().micros(),
                        Math.exp(worst.normal().spread())),
                new Why.Score(trouble.group().coefficient(), settings.groupThreshold()),
                new Why.Effect(
                        100 * (worst.factor() - 1),
                        worst.recentMicros() - worst.normal().micros()),
                worst.recent());
    }

    private static String reference(Trouble trouble, CorrelationReport report) {
        return "the last %d hours of %s, the worst of %d that seem to share %s. %s It rests on the minutes"
                .formatted(
                        Duration.between(report.range().from(), report.range().to())
                                .toHours(),
                        trouble.group().worst(),
                        trouble.group().members().size(),
                        trouble.advice().bottleneck(),
                        trouble.advice().recommendation());
    }
}
