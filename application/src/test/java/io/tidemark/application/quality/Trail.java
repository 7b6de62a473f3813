package io.tidemark.application.quality;

import io.tidemark.domain.anomaly.Measured;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.series.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** All timings of a simulated operation in the order of time, and the truth about them. */
final class Trail {
    private final Pace pace;
    private final List<Event> events;
    private final long[] millis;
    private final double[] micros;

    private Trail(Pace pace, List<Event> events, long[] millis, double[] micros) {
        this.pace = pace;
        this.events = events;
        this.millis = millis;
        this.micros = micros;
    }

    static Trail of(Pace pace, List<Event> events, List<Simulation.Timing> timings) {
        List<Simulation.Timing> sorted = timings.stream()
                .sorted(Comparator.comparing(Simulation.Timing::at))
                .toList();
        return new Trail(
                pace,
                List.copyOf(events),
                sorted.stream().mapToLong(timing -> timing.at().toEpochMilli()).toArray(),
                sorted.stream().mapToDouble(Simulation.Timing::micros).toArray());
    }

    /** How it runs while nothing happens. */
    Pace pace() {
        return pace;
    }

    /** What happens to it, one after the other. */
    List<Event> events() {
        return events;
    }

    int size() {
        return millis.length;
    }

    double micros(int timing) {
        return micros[timing];
    }

    /** The number of the first timing at or after an instant. */
    int at(Instant instant) {
        int found = Arrays.binarySearch(millis, instant.toEpochMilli());
        return found < 0 ? -found - 1 : first(found);
    }

    double[] micros(Instant from, Instant to) {
        return Arrays.copyOfRange(micros, at(from), at(to));
    }

    Instant instant(int timing) {
        return Instant.ofEpochMilli(millis[timing]);
    }

    /** Whether nothing happens, or has happened within the given time before. */
    boolean isQuiet(Instant at, Duration after) {
        return events.stream()
                .noneMatch(event ->
                        !at.isBefore(event.from()) && at.isBefore(event.to().plus(after)));
    }

    /** The steps that have timings, from one instant to before another, as the storages roll them up. */
    SortedMap<Instant, Sketch> steps(Instant from, Instant to, Duration step) {
        SortedMap<Instant, Sketch> steps = new TreeMap<>();
        int end = at(to);
        for (int timing = at(from); timing < end; timing++) {
            Instant start = Instant.ofEpochMilli(millis[timing] - Math.floorMod(millis[timing], step.toMillis()));
            steps.computeIfAbsent(start, first -> new Sketch()).add(Math.round(micros[timing]));
        }
        return steps;
    }

    /** The means of all steps, from one instant to before another. */
    Series means(Instant from, Instant to, Duration step) {
        double[] sums = new double[(int) Duration.between(from, to).dividedBy(step)];
        int[] counts = new int[sums.length];
        int end = at(to);
        for (int timing = at(from); timing < end; timing++) {
            int index = (int) ((millis[timing] - from.toEpochMilli()) / step.toMillis());
            sums[index] += micros[timing];
            counts[index]++;
        }
        for (int i = 0; i < sums.length; i++) {
            sums[i] /= counts[i];
        }
        return Series.of(from, step, sums);
    }

    List<Measured> measured(Instant from, Instant to) {
        return IntStream.range(at(from), at(to))
                .mapToObj(timing -> new Measured(timing, Math.round(micros[timing]), instant(timing)))
                .toList();
    }

    private int first(int found) {
        int first = found;
        while (first > 0 && millis[first - 1] == millis[found]) {
            first--;
        }
        return first;
    }
}
