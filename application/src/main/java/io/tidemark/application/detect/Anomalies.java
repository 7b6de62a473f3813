package io.tidemark.application.detect;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.port.ExpectationBook.Numbered;
import io.tidemark.domain.anomaly.Anomaly;
import io.tidemark.domain.anomaly.Standard;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The timings of a window that do not fit.
 *
 * @param standard what is normal in the window, or why nobody can say
 * @param count how many there are
 * @param found the furthest out of them, the worst first
 * @param baselineP99Micros the p99 of the operation's baseline, or null when it has none
 */
public record Anomalies(
        Standard standard,
        Count count,
        List<Found> found,
        @Nullable Double baselineP99Micros) {
    public Anomalies {
        requireNonNull(standard, "standard");
        requireNonNull(count, "count");
        found = List.copyOf(found);
    }

    static Anomalies none(Standard standard, @Nullable Double baselineP99Micros) {
        return new Anomalies(standard, new Count(0, 0), List.of(), baselineP99Micros);
    }

    /** Those that nobody has said to expect. */
    List<Anomaly> unexpected() {
        return found.stream()
                .filter(one -> one.expected() == null)
                .map(Found::anomaly)
                .toList();
    }

    boolean hasExpected() {
        return found.stream().anyMatch(one -> one.expected() != null);
    }

    /**
     * How many, from the roll-ups: exact but for those that lie within 0.4 % of the limits.
     *
     * @param slow longer than usual
     * @param quick shorter
     */
    public record Count(long slow, long quick) {}

    /**
     * One of them.
     *
     * @param anomaly what does not fit
     * @param expected what somebody has said about it, or null when nobody has
     */
    public record Found(Anomaly anomaly, @Nullable Numbered expected) {
        public Found {
            requireNonNull(anomaly, "anomaly");
        }
    }
}
