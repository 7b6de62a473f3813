package io.tidemark.domain.anomaly;

import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.statistics.Chance;
import io.tidemark.domain.statistics.Normal;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;

/**
 * What chance does not explain. Of a million perfectly normal timings, 1,350 have a score of 3 or more: they are listed, as
 * each of them may be what somebody looks for, but they are no reason to wake anybody.
 */
public final class Surprise {
    /** How many within an hour make outliers repeat. */
    static final int REPEATED = 3;

    private static final Duration WITHIN = Duration.ofHours(1);

    /** The worst timing of one window in twenty is explained by chance. */
    private static final double WORST_BY_CHANCE = 0.05;

    /** There are 8,760 hours in a year: for a hundred years, less than one is to repeat by chance. */
    private static final double REPEATED_BY_CHANCE = 1e-6;

    private Surprise() {}

    /** Whether so many timings have one as far out as this only once in twenty windows. */
    public static boolean isOutlier(double score, long samples) {
        return Chance.atLeast(1, samples, Normal.upperTail(Math.abs(score))) <= WORST_BY_CHANCE;
    }

    /**
     * Whether three outliers or more lie within an hour, and so far out that as many timings as that hour had, and the
     * rest of the window has, do not explain it: by the normal distribution, or, where that says less, by how many others
     * lie as far out. An operation of which every hour has its slow ones does not repeat; its baseline knows them.
     *
     * @param outliers on one side, in any order
     * @param hours all timings of the window, by the hour in which they started
     */
    public static boolean repeats(List<Anomaly> outliers, NavigableMap<Instant, Sketch> hours) {
        long samples = hours.values().stream().mapToLong(Sketch::count).sum();
        return outliers.stream().anyMatch(first -> {
            Instant from = first.timing().start();
            List<Anomaly> near = outliers.stream()
                    .filter(other -> isWithin(from, other))
                    .sorted(Comparator.comparingDouble((Anomaly anomaly) -> -Math.abs(anomaly.score())))
                    .toList();
            return repeats(near, outliers, hourly(from, hours), samples);
        });
    }

    private static boolean repeats(List<Anomaly> near, List<Anomaly> all, long hourly, long samples) {
        for (int count = REPEATED; count <= near.size(); count++) {
            double score = Math.abs(near.get(count - 1).score());
            long elsewhere = all.stream()
                            .filter(other -> Math.abs(other.score()) >= score)
                            .count()
                    - count;
            double share = samples > hourly ? (double) Math.max(0, elsewhere) / (samples - hourly) : 0;
            double tail = Math.min(1, Math.max(Normal.upperTail(score), share));
            if (Chance.atLeast(count, Math.max(hourly, count), tail) <= REPEATED_BY_CHANCE) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWithin(Instant from, Anomaly other) {
        Instant start = other.timing().start();
        return !start.isBefore(from) && start.isBefore(from.plus(WITHIN));
    }

    /** An hour from any instant touches two hours of the clock. */
    private static long hourly(Instant from, NavigableMap<Instant, Sketch> hours) {
        return hours.subMap(from.minus(WITHIN), false, from.plus(WITHIN), false).values().stream()
                .mapToLong(Sketch::count)
                .max()
                .orElse(0);
    }
}
