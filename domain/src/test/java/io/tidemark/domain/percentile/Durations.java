package io.tidemark.domain.percentile;

import io.tidemark.domain.timing.Timing;
import java.util.Random;
import java.util.stream.LongStream;

/** Shapes that durations take in the field, in microseconds. */
enum Durations {
    UNIFORM,
    LOG_NORMAL,
    HEAVY_TAIL,
    CONSTANT,
    TWO_MODES,
    UP_TO_THE_LONGEST;

    static final long SEED = 4_711;

    long[] sample(int size) {
        Random random = new Random(SEED);
        return LongStream.generate(() -> draw(random))
                .map(micros -> Math.max(1, Math.min(Timing.MAX_MICROS, micros)))
                .limit(size)
                .toArray();
    }

    static Sketch sketchOf(long... values) {
        Sketch sketch = new Sketch();
        for (long value : values) {
            sketch.add(value);
        }
        return sketch;
    }

    private long draw(Random random) {
        return switch (this) {
            case UNIFORM -> random.nextLong(1, 1_000_000);
            case LOG_NORMAL -> Math.round(Math.exp(8 + 1.5 * random.nextGaussian()));
            case HEAVY_TAIL -> Math.round(100 * Math.pow(1 - random.nextDouble(), -1 / 0.8));
            case CONSTANT -> 123_457;
            case TWO_MODES ->
                Math.round((random.nextInt(10) < 9 ? 2_000 : 900_000) * (1 + 0.05 * random.nextGaussian()));
            case UP_TO_THE_LONGEST -> random.nextInt(100) == 0 ? Timing.MAX_MICROS : random.nextLong(Timing.MAX_MICROS);
        };
    }
}
