package io.tidemark.application.memory;

import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.anomaly.Measured;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Details;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The timings that were stored last, one by one: a bounded number, so that what stands out can be shown. */
final class LatestTimings {
    /** Takes some mebibytes; twenty when all of them failed at length. */
    static final int MOST = 10_000;

    private static final int LONGEST_ERROR = 1_000;
    private static final Comparator<Timing> SLOWEST_FIRST = Comparator.comparingLong(Timing::durationMicros)
            .thenComparing(Timing::start)
            .reversed();

    private final Deque<Numbered> latest = new ArrayDeque<>();
    private long numbers;

    private record Numbered(long number, Timing timing) {
        Measured measured() {
            return new Measured(number, timing.durationMicros(), timing.start());
        }
    }

    void add(Timing timing) {
        if (latest.size() == MOST) {
            latest.removeFirst();
        }
        latest.addLast(new Numbered(++numbers, bounded(timing)));
    }

    List<Measured> outside(Scope scope, TimeRange range, Band quiet, int limit) {
        return within(scope, range)
                .map(Numbered::measured)
                .filter(timing -> timesOutside(timing, quiet) >= 1)
                .sorted(Comparator.comparingDouble((Measured timing) -> -timesOutside(timing, quiet)))
                .limit(limit)
                .toList();
    }

    List<Timing> slowest(Scope scope, TimeRange range, int limit) {
        return within(scope, range)
                .map(Numbered::timing)
                .sorted(SLOWEST_FIRST)
                .limit(limit)
                .toList();
    }

    private Stream<Numbered> within(Scope scope, TimeRange range) {
        long from = Kept.minuteFrom(range.from());
        long to = Kept.minuteFrom(range.to());
        return latest.stream().filter(numbered -> {
            Timing timing = numbered.timing();
            Scope counted = timing.scope();
            long minute = Kept.minuteOf(timing.start());
            return (counted.equals(scope) || counted.withoutBranch().equals(scope)) && minute >= from && minute < to;
        });
    }

    private static double timesOutside(Measured timing, Band quiet) {
        return Math.max(timing.durationMicros() / quiet.highMicros(), quiet.lowMicros() / timing.durationMicros());
    }

    /** Without what may be long. */
    private static Timing bounded(Timing timing) {
        Context context = timing.context();
        Details details = context.details();
        JsonObject error = bounded(details.error());
        return new Timing(
                timing.operation(),
                timing.durationMicros(),
                timing.end(),
                context.with(new Details(details.resources(), null, error, details.span())));
    }

    private static @Nullable JsonObject bounded(@Nullable JsonObject error) {
        return error == null || error.text().length() <= LONGEST_ERROR
                ? error
                : JsonObject.of(Map.of(
                        "not shown", "%d characters".formatted(error.text().length())));
    }
}
