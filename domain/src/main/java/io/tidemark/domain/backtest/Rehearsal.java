package io.tidemark.domain.backtest;

import io.tidemark.domain.anomaly.Method;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.RhythmPolicy;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** Takes in the past of an operation stretch by stretch, the earliest first. Not safe for use by several threads. */
public final class Rehearsal {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final String operation;
    private final TimeRange range;
    private final Replay replay;
    private final List<Reached> reached = new ArrayList<>();
    private @Nullable Instant minutesFrom;
    private long timings;

    private Rehearsal(String operation, TimeRange range, Replay replay) {
        this.operation = operation;
        this.range = range;
        this.replay = replay;
    }

    /**
     * Starts one.
     *
     * @param hours what is known by the hour: from {@link #lookback} before the range to its end
     */
    public static Rehearsal of(
            Rule rule, String operation, TimeRange range, Ways ways, SortedMap<Instant, Sketch> hours) {
        return new Rehearsal(
                operation,
                range,
                switch (rule) {
                    case THRESHOLD -> new ThresholdReplay(Scope.of(operation), ways.policy(), ways.rhythm(), hours);
                    case ROBUST -> new OutlierReplay(Method.ROBUST, hours);
                    case CLASSIC -> new OutlierReplay(Method.CLASSIC, hours);
                    case STREAM -> new StreamReplay();
                });
    }

    /** How much of the time before has to be known. */
    public static Duration lookback(Rule rule, Ways ways) {
        Duration day = Duration.ofDays(1);
        if (rule != Rule.THRESHOLD) {
            return day;
        }
        Duration ofBaseline = ways.policy().lookback();
        Duration ofRhythm =
                ways.rhythm() == null ? Duration.ZERO : ways.rhythm().lookback();
        return day.plus(ofBaseline.compareTo(ofRhythm) > 0 ? ofBaseline : ofRhythm);
    }

    /**
     * Takes what started in a stretch of the range.
     *
     * @param steps by the minute or, where that is not known any more, by the hour: so it is as long as all of them start at
     *     full hours
     */
    public void take(SortedMap<Instant, Sketch> steps) {
        if (minutesFrom == null) {
            minutesFrom = steps.keySet().stream()
                    .filter(start -> !start.equals(start.truncatedTo(ChronoUnit.HOURS)))
                    .findFirst()
                    .map(start -> start.truncatedTo(ChronoUnit.HOURS))
                    .orElse(null);
        }
        steps.forEach((start, sketch) -> {
            timings += sketch.count();
            replay.reached(start, isByMinute(start) ? MINUTE : HOUR, sketch).ifPresent(reached::add);
        });
    }

    /** All that was taken. */
    public Past past() {
        return new Past(
                operation,
                range,
                timings,
                reached.isEmpty() ? null : reached.get(0).at(),
                minutesFrom == null ? range.to() : minutesFrom,
                reached);
    }

    private boolean isByMinute(Instant start) {
        return minutesFrom != null && !start.isBefore(minutesFrom);
    }

    /**
     * How baselines are made.
     *
     * @param policy of an operation
     * @param rhythm of its hours, or null when they are not told apart
     */
    public record Ways(BaselinePolicy policy, @Nullable RhythmPolicy rhythm) {}
}
