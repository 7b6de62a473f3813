package io.tidemark.domain.anomaly;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What somebody has said to expect: an operation that is out of the ordinary for a time, and why. What it covers is
 * listed, and raises no alert. It ends by itself.
 *
 * @param operation the operation, over all its branches
 * @param time when
 * @param upTo how long a timing may take to be covered, or null for however long
 * @param who said so
 * @param why in a sentence of at most {@value #MAX_LENGTH} characters
 */
public record ExpectedDeviation(
        String operation, TimeRange time, @Nullable Duration upTo, String who, String why) {
    public static final int MAX_LENGTH = 500;

    /** Whoever needs longer has a new normal: a new baseline says so. */
    public static final Duration LONGEST = Duration.ofDays(366);

    public ExpectedDeviation {
        Scope.requireName("operation", operation);
        requireNonNull(time, "time");
        requireText("who", who);
        requireText("why", why);
        if (upTo != null && (upTo.isNegative() || upTo.isZero())) {
            throw new IllegalArgumentException("upTo %s must be positive".formatted(upTo));
        }
        if (Duration.between(time.from(), time.to()).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "from %s to %s is more than %d days: what lasts longer is a new normal, calculate a baseline"
                            .formatted(time.from(), time.to(), LONGEST.toDays()));
        }
    }

    /** Whether a timing of that operation is what was expected. */
    public boolean covers(String operation, Measured timing) {
        return time.contains(timing.start()) && covers(operation, timing.durationMicros());
    }

    /** Whether such a duration of that operation was expected at some time of a range. */
    public boolean covers(String operation, TimeRange range, long micros) {
        return time.from().isBefore(range.to()) && range.from().isBefore(time.to()) && covers(operation, micros);
    }

    private boolean covers(String operation, long micros) {
        return this.operation.equals(operation)
                && (upTo == null || Duration.of(micros, ChronoUnit.MICROS).compareTo(upTo) <= 0);
    }

    private static void requireText(String field, String text) {
        if (text.isBlank() || text.length() > MAX_LENGTH || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(
                    "%s of %d characters must not be blank, longer than %d, or contain a NUL character"
                            .formatted(field, text.length(), MAX_LENGTH));
        }
    }
}
