package io.tidemark.domain.correlation;

import io.tidemark.domain.series.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Operations that share a daily load and nothing else, each with noise of its own, gaps and single slow timings; and
 * troubles that some of them share. Days of history by the hour, and the last day by the minute.
 */
public final class WorkloadFixture {
    private static final int MINUTES = 24 * 60;
    private static final Instant START = Instant.parse("2026-03-10T00:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Random random;
    private final SortedMap<String, Series> minutes = new TreeMap<>();
    private final SortedMap<String, Series> hours = new TreeMap<>();

    /** Twice as slow at the top of the day, ten timings a minute. */
    public WorkloadFixture(long seed, int operations, int daysOfHistory) {
        random = new Random(seed);
        for (int i = 0; i < operations; i++) {
            Operation operation = new Operation(
                    Math.exp(6 + 4 * random.nextDouble()),
                    0.8 + 0.4 * random.nextDouble(),
                    0.05 + 0.15 * random.nextDouble());
            String name = "operation %02d".formatted(i);
            minutes.put(name, Series.of(START, MINUTE, values(operation, 0, MINUTES, 1, random.nextDouble() / 5)));
            if (daysOfHistory > 0) {
                hours.put(
                        name,
                        Series.of(
                                START.minus(Duration.ofDays(daysOfHistory)),
                                Duration.ofHours(1),
                                values(operation, 0, daysOfHistory * MINUTES, 60, 0)));
            }
        }
    }

    /** Makes operations slower in a stretch of minutes, each by its own factor around one, wavering together. */
    public WorkloadFixture trouble(Set<String> operations, int from, int to, double factor) {
        double[] wavering = new double[MINUTES];
        for (int i = from; i < to; i++) {
            wavering[i] = Math.log(factor) * (1 + 0.2 * random.nextGaussian());
        }
        operations.forEach(name -> minutes.computeIfPresent(name, (same, series) -> {
            double share = 0.8 + 0.4 * random.nextDouble();
            double[] values = series.values();
            for (int i = from; i < to; i++) {
                values[i] *= Math.exp(share * wavering[i]);
            }
            return Series.of(START, MINUTE, values);
        }));
        return this;
    }

    public SortedMap<String, Series> minutes() {
        return minutes;
    }

    public Map<String, Series> hours() {
        return hours;
    }

    private double[] values(Operation operation, int from, int to, int step, double missing) {
        double[] values = new double[(to - from) / step];
        for (int i = 0; i < values.length; i++) {
            double day = 2 * Math.PI * ((from + i * step + step / 2) % MINUTES) / MINUTES;
            double load = Math.log(2) * operation.loaded * Math.pow((1 - Math.cos(day)) / 2, 2);
            double spike = step == 1 && random.nextInt(300) == 0 ? 2 * random.nextDouble() : 0;
            double noise = operation.noise * random.nextGaussian() / Math.sqrt(step);
            values[i] = random.nextDouble() < missing ? Double.NaN : operation.micros * Math.exp(load + spike + noise);
        }
        return values;
    }

    private record Operation(double micros, double loaded, double noise) {}
}
