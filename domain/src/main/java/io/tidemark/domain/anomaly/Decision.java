package io.tidemark.domain.anomaly;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Severity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is made of outliers and degradation together.
 *
 * @param kind what they come to
 * @param severity how bad that is; null when it is normal
 * @param telling whether somebody is told
 */
public record Decision(Kind kind, @Nullable Severity severity, Telling telling) {
    /** The table of decisions: the first row that fits holds. */
    private static final List<Row> TABLE = List.of(
            new Row(true, 20, Kind.COMBINED, Severity.CRITICAL, Telling.ALERT),
            new Row(true, 0, Kind.SINGLE_SPIKE, Severity.WARNING, Telling.LISTED),
            new Row(false, 50, Kind.MAJOR_DEGRADATION, Severity.CRITICAL, Telling.ALERT),
            new Row(false, 30, Kind.SUSTAINED_DEGRADATION, Severity.WARNING, Telling.LISTED),
            new Row(false, 20, Kind.MILD_DEGRADATION, Severity.INFO, Telling.LISTED));

    private static final Decision NORMAL = new Decision(Kind.NORMAL, null, Telling.LISTED);

    /** Whether somebody is told. */
    public enum Telling {
        /** An alert is raised. */
        ALERT,
        /** The alert about the broken baseline tells it; a second one about the same timing would only be noise. */
        TOLD_BY_THRESHOLD,
        /** It is listed for whoever looks. */
        LISTED
    }

    private record Row(boolean outlier, double fromPercent, Kind kind, Severity severity, Telling telling) {
        boolean fits(Symptoms symptoms, Cutoffs cutoffs) {
            return outlier == cutoffs.severity(symptoms.outlierScore()).isPresent()
                    && (fromPercent == 0 || symptoms.degradationPercent() >= fromPercent);
        }
    }

    public Decision {
        requireNonNull(kind, "kind");
        requireNonNull(telling, "telling");
    }

    /**
     * Decides by the table.
     *
     * @param alerting the kinds that raise an alert although they would only be listed
     */
    public static Decision of(Symptoms symptoms, Cutoffs cutoffs, Set<Kind> alerting) {
        return TABLE.stream()
                .filter(row -> row.fits(symptoms, cutoffs))
                .findFirst()
                .map(row -> of(row, symptoms, cutoffs, alerting.contains(row.kind)))
                .orElse(NORMAL);
    }

    private static Decision of(Row row, Symptoms symptoms, Cutoffs cutoffs, boolean alerting) {
        if (row.kind != Kind.SINGLE_SPIKE) {
            return new Decision(row.kind, row.severity, alerting ? Telling.ALERT : row.telling);
        }
        Severity severity = cutoffs.severity(symptoms.outlierScore()).orElse(row.severity);
        return new Decision(
                row.kind,
                severity,
                switch (symptoms.spike()) {
                    case BREAKS_BASELINE -> Telling.TOLD_BY_THRESHOLD;
                    case REPEATS -> Telling.ALERT;
                    case SINGLE -> alerting ? Telling.ALERT : row.telling;
                });
    }

    public boolean alerts() {
        return telling == Telling.ALERT;
    }
}
