package io.tidemark.domain.stream;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;

/** Means of every five minutes, as they come from an operation that is well. */
public final class SeriesFixture {
    public static final Instant MONDAY = Instant.parse("2026-01-05T00:00:00Z");
    public static final Duration STEP = Duration.ofMinutes(5);
    public static final int STEPS_OF_A_DAY = 288;
    public static final int STEPS_OF_A_WEEK = 7 * STEPS_OF_A_DAY;

    private SeriesFixture() {}

    /** Log-normal noise around 10 ms, a third more at the busiest time of the day, a third less in the quietest. */
    public static IntToDoubleFunction quiet(long seed, double sigma) {
        Random random = new Random(seed);
        return step ->
                10_000 * Math.exp(0.3 * Math.sin(2 * Math.PI * step / STEPS_OF_A_DAY) + sigma * random.nextGaussian());
    }

    static Instant at(int step) {
        return MONDAY.plus(STEP.multipliedBy(step));
    }

    /** What a detector says of the values of some steps. */
    static List<StreamVerdict> verdicts(StreamDetector detector, int from, int to, IntToDoubleFunction values) {
        List<StreamVerdict> verdicts = new ArrayList<>();
        for (int step = from; step < to; step++) {
            verdicts.add(detector.next(at(step), values.applyAsDouble(step)));
        }
        return verdicts;
    }
}
