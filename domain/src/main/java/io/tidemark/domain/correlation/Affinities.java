package io.tidemark.domain.correlation;

import io.tidemark.domain.series.Series;
import io.tidemark.domain.statistics.Memory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** How alike each two of some operations are: what a picture of them is made of. For a hundred operations, not thousands. */
public final class Affinities {
    /** Of none. */
    public static final Affinities NONE = new Affinities(List.of(), new Affinity[0][0]);

    private final List<String> operations;
    private final Affinity[][] affinities;

    private Affinities(List<String> operations, Affinity[][] affinities) {
        this.operations = operations;
        this.affinities = affinities;
    }

    /**
     * Compares them as {@link Correlations} does, and leaves no pair out.
     *
     * @param series by operation: mean durations, all of the same start, step and length
     * @param hours by operation: the same by the hour, for days before the series; it may lack operations
     * @param raw whether to take the series as they are
     */
    public static Affinities of(SortedMap<String, Series> series, Map<String, Series> hours, boolean raw) {
        if (series.isEmpty()) {
            return NONE;
        }
        List<double[]> values = series.entrySet().stream()
                .map(entry -> raw
                        ? entry.getValue().values()
                        : Course.of(entry.getValue(), hours.get(entry.getKey())).residuals())
                .toList();
        Affinity[][] found = compared(values, series.values().iterator().next().step());
        int[] order = Arrangement.of(found);
        List<String> names = List.copyOf(series.keySet());
        Affinity[][] arranged = new Affinity[order.length][order.length];
        for (int row = 0; row < order.length; row++) {
            for (int column = 0; column < order.length; column++) {
                arranged[row][column] = found[order[row]][order[column]];
            }
        }
        return new Affinities(Arrays.stream(order).mapToObj(names::get).toList(), arranged);
    }

    /** In an order in which those stand together that move together. */
    public List<String> operations() {
        return operations;
    }

    /** That of two operations, by their places among {@link #operations}: not the same place twice. */
    public Affinity between(int one, int other) {
        if (one == other) {
            throw new IllegalArgumentException("place %d twice: an operation is like itself".formatted(one));
        }
        return affinities[one][other];
    }

    private static Affinity[][] compared(List<double[]> values, Duration step) {
        List<Memory> memories = values.stream().map(Memory::of).toList();
        Affinity[][] found = new Affinity[values.size()][values.size()];
        Arrays.stream(found).forEach(row -> Arrays.fill(row, Affinity.UNKNOWN));
        Pearson.ofAllPairs(values, (one, other, coefficient, steps) -> {
            long minutes = step.multipliedBy(steps).toMinutes();
            double pValue = Double.isNaN(coefficient)
                    ? 1
                    : Math.min(1, Coincidence.pValue(coefficient, steps, memories.get(one), memories.get(other)));
            found[one][other] = new Affinity(coefficient, pValue, minutes);
            found[other][one] = found[one][other];
        });
        return found;
    }
}
