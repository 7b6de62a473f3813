package io.tidemark.domain.alert;

import static io.tidemark.domain.timing.TimingFixture.ANNA;
import static io.tidemark.domain.timing.TimingFixture.NOON;

import java.util.List;

/** An alert about slow commits, at each point of its life. */
public final class AlertFixture {
    public static final Fingerprint SLOW_COMMITS = new Fingerprint(AlertType.THRESHOLD_EXCEEDED, "commit", null);

    private static final double P99_MICROS = 1_000;

    private AlertFixture() {}

    public static Alert anOpenAlert() {
        return anOpenAlert(Severity.WARNING);
    }

    public static Alert anOpenAlert(Severity severity) {
        return Alert.raise(1, aSighting(severity, 3));
    }

    public static Alert anAcknowledgedAlert() {
        return anOpenAlert().acknowledge(ANNA, NOON.plusSeconds(60), "looking into it");
    }

    public static Alert aResolvedAlert() {
        return anOpenAlert().resolve(NOON.plusSeconds(120));
    }

    /** Seen at noon, so many times as slow as the p99. */
    public static Sighting aSighting(Severity severity, double multiplier) {
        return new Sighting(SLOW_COMMITS, severity, evidence(multiplier), NOON);
    }

    public static Evidence evidence(double multiplier) {
        Figures figures = new Figures(Math.round(multiplier * P99_MICROS), P99_MICROS, multiplier);
        return new Evidence(figures, 7L, ANNA, null, List.of());
    }
}
