package io.tidemark.domain.backtest;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule was shown of an operation.
 *
 * @param operation whose past it is
 * @param range from when to when
 * @param timings how many timings it holds
 * @param judgedFrom when enough was known for the first time, or null when it never was
 * @param minutesFrom from when on it is known by the minute: before that, by the hour
 * @param reached how far each step went that could be judged, in order of time
 */
public record Past(
        String operation,
        TimeRange range,
        long timings,
        @Nullable Instant judgedFrom,
        Instant minutesFrom,
        List<Reached> reached) {
    public Past {
        requireNonNull(range, "range");
        requireNonNull(minutesFrom, "minutesFrom");
        reached = List.copyOf(reached);
    }
}
