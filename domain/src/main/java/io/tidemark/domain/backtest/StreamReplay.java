package io.tidemark.domain.backtest;

import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.stream.Departure;
import io.tidemark.domain.stream.StreamDetector;
import io.tidemark.domain.stream.StreamVerdict;
import io.tidemark.domain.stream.StreamVerdict.State;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Shows the means of the minutes of the past to a detector that has seen nothing before. Where the past is only known by
 * the hour there is nothing to show. Only the slow side counts.
 */
final class StreamReplay implements Replay {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final StreamDetector detector = new StreamDetector(Rule.STREAM.least());

    @Override
    public Optional<Reached> reached(Instant at, Duration length, Sketch timings) {
        if (!length.equals(MINUTE)) {
            return Optional.empty();
        }
        double mean = (double) timings.totals().sum() / timings.count();
        StreamVerdict verdict = detector.next(at, mean);
        if (verdict.state() != State.JUDGED) {
            return Optional.empty();
        }
        Departure departure = verdict.departure();
        boolean slow = departure != null && departure.isAbove(mean);
        String against = departure == null ? "" : departure.signal().reference();
        return Optional.of(new Reached(at, length, slow ? verdict.score() : 0, mean, against));
    }
}
