package io.tidemark.domain.anomaly;

import io.tidemark.domain.percentile.Sketch;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** Timings to look at. */
public final class AnomalyFixture {
    public static final Instant START = Instant.parse("2026-11-02T00:00:00Z");

    private AnomalyFixture() {}

    /** Durations whose logarithms are normal, with a median of 50 ms. */
    static long[] logNormal(Random random, int count, double sigma) {
        return LongStream.generate(() -> Math.round(50_000 * Math.exp(sigma * random.nextGaussian())))
                .limit(count)
                .toArray();
    }

    static Sketch sketch(long... micros) {
        Sketch sketch = new Sketch();
        for (long duration : micros) {
            sketch.add(duration);
        }
        return sketch;
    }

    static Yardstick yardstick(Method method, long... micros) {
        return (Yardstick) method.standard(micros);
    }

    /** A minute from one to the next. */
    static List<Measured> everyMinute(long... micros) {
        List<Measured> timings = new ArrayList<>();
        for (long duration : micros) {
            timings.add(new Measured(timings.size() + 1, duration, START.plusSeconds(60L * timings.size())));
        }
        return timings;
    }
}
