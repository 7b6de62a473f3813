package io.tidemark.application.detect;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.anomaly.AnomalyRule;
import io.tidemark.domain.anomaly.DegradationRule;

/**
 * How operations are looked at when nobody says otherwise.
 *
 * @param anomalies what makes a timing an anomaly; the cut-offs of single operations are kept in a book
 * @param degradations what makes an operation slower than before
 * @param windows how far back both look
 * @param quickToo whether outliers that are quicker than usual may raise alerts, too
 */
public record DetectionSettings(
        AnomalyRule anomalies, DegradationRule degradations, Windows windows, boolean quickToo) {
    public static final DetectionSettings DEFAULT =
            new DetectionSettings(AnomalyRule.DEFAULT, DegradationRule.DEFAULT, Windows.DEFAULT, false);

    public DetectionSettings {
        requireNonNull(anomalies, "anomalies");
        requireNonNull(degradations, "degradations");
        requireNonNull(windows, "windows");
    }

    public DetectionSettings withAnomalies(AnomalyRule anomalies) {
        return new DetectionSettings(anomalies, degradations, windows, quickToo);
    }

    public DetectionSettings withWindows(Windows windows) {
        return new DetectionSettings(anomalies, degradations, windows, quickToo);
    }

    public DetectionSettings withQuickToo(boolean quickToo) {
        return new DetectionSettings(anomalies, degradations, windows, quickToo);
    }
}
