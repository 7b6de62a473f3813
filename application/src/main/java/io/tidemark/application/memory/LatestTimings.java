package io.tidemark.application.memory;

import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.anomaly.Measured;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/** The timings that were stored last, one by one: a bounded number, so that what stands out can be shown. */
final class LatestTimings {
    /** Takes about a mebibyte. */
    static final int MOST = 10_000;

    private final Deque<Numbered> latest = new ArrayDeque<>();
    private long numbers;

    private record Numbered(Scope scope, Measured timing) {
        boolean isOf(Scope wanted) {
            return scope.equals(wanted) || scope.withoutBranch().equals(wanted);
        }
    }

    void add(Timing timing) {
        if (latest.size() == MOST) {
            latest.removeFirst();
        }
        latest.addLast(new Numbered(timing.scope(), new Measured(++numbers, timing.durationMicros(), timing.start())));
    }

    List<Measured> outside(Scope scope, TimeRange range, Band quiet, int limit) {
        long from = Kept.minuteFrom(range.from());
        long to = Kept.minuteFrom(range.to());
        return latest.stream()
                .filter(numbered -> numbered.isOf(scope))
                .map(Numbered::timing)
                .filter(timing -> Kept.minuteOf(timing.start()) >= from && Kept.minuteOf(timing.start()) < to)
                .filter(timing -> timesOutside(timing, quiet) >= 1)
                .sorted(Comparator.comparingDouble((Measured timing) -> -timesOutside(timing, quiet)))
                .limit(limit)
                .toList();
    }

    private static double timesOutside(Measured timing, Band quiet) {
        return Math.max(timing.durationMicros() / quiet.highMicros(), quiet.lowMicros() / timing.durationMicros());
    }
}
