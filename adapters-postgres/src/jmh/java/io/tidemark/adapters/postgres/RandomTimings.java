package io.tidemark.adapters.postgres;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Timings of 33 operations, on ten branches or on none, by a hundred sessions. */
final class RandomTimings {
    static final int OPERATIONS = 33;

    private final SplittableRandom random = new SplittableRandom(42);
    private final int branches;

    RandomTimings() {
        this(10);
    }

    RandomTimings(int branches) {
        this.branches = branches;
    }

    /** Timings that end evenly spread over a stretch of time. */
    List<Timing> over(Instant from, Duration stretch, int count) {
        List<Timing> timings = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            timings.add(one(from.plusNanos(stretch.toNanos() / count * i)));
        }
        return timings;
    }

    private Timing one(Instant end) {
        long micros = (long) (500 * Math.exp(random.nextDouble() * 5));
        Context context = Context.of("ada").inSession("session-" + random.nextInt(100));
        return new Timing(
                "operation_" + random.nextInt(OPERATIONS),
                micros,
                end,
                branches == 0 ? context : context.onBranch("feature/" + random.nextInt(branches)));
    }
}
