package io.tidemark.domain.anomaly;

import io.tidemark.domain.alert.Severity;
import java.util.Optional;

/**
 * From which score on, in either direction, a timing is an anomaly, and how bad it is.
 *
 * @param warning from here on it is one
 * @param critical from here on it is a bad one; not below {@code warning}
 */
public record Cutoffs(double warning, double critical) {
    public static final Cutoffs DEFAULT = new Cutoffs(3, 4);

    private static final double LEAST = 1;
    private static final double MOST = 100;
    private static final double EXTREME = 5;

    public Cutoffs {
        if (!(warning >= LEAST && warning <= critical && critical <= MOST)) {
            throw new IllegalArgumentException(
                    "warning %s and critical %s must be scores from 1 to 100, critical not below warning"
                            .formatted(warning, critical));
        }
    }

    /** How bad a score is; empty when it is none worth noting. */
    public Optional<Severity> severity(double score) {
        double size = Math.abs(score);
        if (size < warning) {
            return Optional.empty();
        }
        return Optional.of(size < critical ? Severity.WARNING : Severity.CRITICAL);
    }

    /** Whether a score is marked as extreme: from 5 on, or from {@code critical} on where that is more. */
    public boolean isExtreme(double score) {
        return Math.abs(score) >= Math.max(EXTREME, critical);
    }
}
