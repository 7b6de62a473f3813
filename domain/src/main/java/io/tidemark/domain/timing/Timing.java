package io.tidemark.domain.timing;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * One measured run of an operation. The start is derived from the end, so that the two always lie exactly the duration
 * apart.
 *
 * @param operation the operation's name, by the rules of {@link Scope}
 * @param durationMicros how long it took: from 1 to {@value #MAX_MICROS} microseconds
 * @param end when it ended; kept to the microsecond
 * @param context who ran it, and on what
 */
public record Timing(String operation, long durationMicros, Instant end, Context context) {
    /** A year and a day: longer runs are measuring errors, and sums of squares stay within 128 bits. */
    public static final long MAX_MICROS = 366L * 24 * 3_600 * 1_000_000;

    private static final long NANOS_PER_MICRO = 1_000;

    public Timing {
        Scope.requireName("operation", operation);
        requireMicros(durationMicros);
        end = requireNonNull(end, "end").truncatedTo(ChronoUnit.MICROS);
        requireNonNull(context, "context");
    }

    public Instant start() {
        return end.minus(durationMicros, ChronoUnit.MICROS);
    }

    /** The UTC day of the start. */
    public LocalDate periodStart() {
        return LocalDate.ofInstant(start(), ZoneOffset.UTC);
    }

    /** The operation and branch under which this timing is counted. */
    public Scope scope() {
        return new Scope(operation, context.branch());
    }

    /**
     * Rounds to microseconds, half up; what would be 0 is 1.
     *
     * @throws IllegalArgumentException when the duration is negative or longer than {@link #MAX_MICROS}
     */
    public static long toMicros(Duration duration) {
        if (duration.compareTo(Duration.of(MAX_MICROS, ChronoUnit.MICROS)) > 0) {
            throw new IllegalArgumentException("duration %s is longer than 366 days".formatted(duration));
        }
        if (duration.isNegative()) {
            throw new IllegalArgumentException(
                    "duration %s is negative: measure with a monotonic clock".formatted(duration));
        }
        return toMicros(duration.toNanos());
    }

    /**
     * Rounds nanoseconds to microseconds, half up; what would be 0 is 1.
     *
     * @throws IllegalArgumentException when negative
     */
    public static long toMicros(long nanos) {
        if (nanos < 0) {
            throw new IllegalArgumentException(
                    "duration of %d ns is negative: measure with a monotonic clock".formatted(nanos));
        }
        return Math.max(1, (nanos / NANOS_PER_MICRO) + (nanos % NANOS_PER_MICRO >= NANOS_PER_MICRO / 2 ? 1 : 0));
    }

    private static void requireMicros(long micros) {
        if (micros < 1 || micros > MAX_MICROS) {
            throw new IllegalArgumentException(
                    "durationMicros %d must be from 1 to %d (366 days)".formatted(micros, MAX_MICROS));
        }
    }
}
