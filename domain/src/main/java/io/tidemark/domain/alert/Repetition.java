package io.tidemark.domain.alert;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * What is seen too often is critical, however bad each time was. Counted is each condition by itself: type, operation and
 * branch; being resolved in between makes no difference.
 *
 * @param times how often it must be seen
 * @param span within less than so long
 */
public record Repetition(int times, Duration span) {
    public static final Repetition DEFAULT = new Repetition(3, Duration.ofHours(1));

    private static final Set<AlertType> COUNTED = EnumSet.of(AlertType.THRESHOLD_EXCEEDED, AlertType.ANOMALY);

    public Repetition {
        if (times < 2 || times > Recurrence.MOST_LATEST || span.isNegative() || span.isZero()) {
            throw new IllegalArgumentException("times %d must be from 2 to %d, and span %s positive"
                    .formatted(times, Recurrence.MOST_LATEST, span));
        }
    }

    /** The alert, critical if it was seen too often. */
    public Alert judged(Alert alert) {
        boolean tooOften = COUNTED.contains(alert.fingerprint().type())
                && alert.recurrence().within(span) >= times;
        return tooOften ? alert.atLeast(Severity.CRITICAL) : alert;
    }
}
