package io.tidemark.application.detect;

import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.alert.Why.Basis;
import io.tidemark.domain.alert.Why.Effect;
import io.tidemark.domain.alert.Why.Score;
import io.tidemark.domain.anomaly.MinimumEffect;
import io.tidemark.domain.stream.Departure;
import io.tidemark.domain.stream.StreamDetector;
import io.tidemark.domain.stream.StreamVerdict;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** An operation whose means are judged step by step. */
final class WatchedOperation {
    /** It is critical from twice the limit on, in powers of ten. */
    private static final double CRITICAL_FACTOR = 2;

    private final String name;
    private final double limit;
    private final StreamDetector detector;
    private final Deque<Double> recent = new ArrayDeque<>(Why.MOST_RECENT);
    private Instant lastSeen = Instant.MIN;

    WatchedOperation(String name, double limit) {
        this.name = name;
        this.limit = limit;
        this.detector = new StreamDetector(limit);
    }

    /** What is to be told of the mean of a step: something when it is far slower than expected. */
    Optional<Sighting> next(Instant at, Instant end, double meanMicros) {
        lastSeen = at;
        if (recent.size() == Why.MOST_RECENT) {
            recent.removeFirst();
        }
        recent.addLast(meanMicros);
        StreamVerdict verdict = detector.next(at, meanMicros);
        Departure departure = verdict.departure();
        if (departure == null
                || meanMicros
                        <= MinimumEffect.DEFAULT.around(departure.centre()).highMicros()) {
            return Optional.empty();
        }
        return Optional.of(sighting(verdict, departure, meanMicros, end));
    }

    boolean wasSeenSince(Instant instant) {
        return !lastSeen.isBefore(instant);
    }

    private Sighting sighting(StreamVerdict verdict, Departure departure, double meanMicros, Instant end) {
        Severity severity = departure.surprise() >= CRITICAL_FACTOR * StreamVerdict.surprise(limit)
                ? Severity.CRITICAL
                : Severity.WARNING;
        Figures figures = Figures.of(meanMicros, departure.centre());
        return new Sighting(
                new Fingerprint(AlertType.ANOMALY, name, null),
                severity,
                Evidence.of(figures, why(verdict, departure, meanMicros)),
                end);
    }

    private Why why(StreamVerdict verdict, Departure departure, double meanMicros) {
        double centre = departure.centre();
        double difference = meanMicros - centre;
        return new Why(
                Why.Test.STREAM,
                new Band(Math.max(0, departure.low()), departure.high()),
                new Basis(departure.signal().reference(), departure.samples(), centre, departure.spread()),
                new Score(verdict.score(), limit),
                new Effect(100 * difference / centre, difference),
                List.copyOf(recent));
    }

    @Override
    public String toString() {
        return "WatchedOperation[%s, last seen %s]".formatted(name, lastSeen);
    }
}
