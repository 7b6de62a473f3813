package io.tidemark.application.correlate;

import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toMap;

import io.tidemark.application.correlate.CorrelationReport.Pair;
import io.tidemark.application.correlate.CorrelationReport.Trouble;
import io.tidemark.application.port.BottleneckBook;
import io.tidemark.application.port.OperationReader;
import io.tidemark.application.port.SeriesReader;
import io.tidemark.domain.correlation.Affinities;
import io.tidemark.domain.correlation.Affinity;
import io.tidemark.domain.correlation.BottleneckTable;
import io.tidemark.domain.correlation.CorrelationSettings;
import io.tidemark.domain.correlation.Correlations;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Tells which operations move together, and what they are likely to share. */
public final class Correlation {
    /** What is looked at when nobody says otherwise. */
    public static final Duration WINDOW = Duration.ofHours(24);

    /** Minutes are kept no longer by default. */
    public static final Duration LONGEST = Duration.ofDays(14);

    private static final Duration STEP = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    /** What the rhythm of a day is learnt from. */
    private static final Duration HISTORY = Duration.ofDays(14);

    private final SeriesReader series;
    private final OperationReader operations;
    private final BottleneckBook rules;
    private final Clock clock;

    public Correlation(SeriesReader series, OperationReader operations, BottleneckBook rules, Clock clock) {
        this.series = series;
        this.operations = operations;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Looks at the last whole minutes of all operations.
     *
     * @param window how much of the past, up to {@link #LONGEST}
     * @throws IllegalArgumentException when the window is longer, or shorter than a minute
     * @throws io.tidemark.application.port.StorageException when nothing could be read
     */
    public CorrelationReport look(Duration window, CorrelationSettings settings) {
        return look(window, settings, false);
    }

    /** As {@link #look(Duration, CorrelationSettings)}, at those only that may raise alerts. */
    CorrelationReport lookAtTracked(Duration window, CorrelationSettings settings) {
        return look(window, settings, true);
    }

    /**
     * As {@link #look(Duration, CorrelationSettings)}, with how alike the operations are each to each.
     *
     * @param most of how many operations at most: first those that correlate, the strongest first, then the others by name
     */
    public CorrelationMap map(Duration window, CorrelationSettings settings, int most) {
        Readings readings = read(window, false);
        CorrelationReport report = report(readings, settings);
        Set<String> shown = report.pairs().stream()
                .flatMap(pair -> Stream.of(pair.link().one(), pair.link().other()))
                .collect(toCollection(LinkedHashSet::new));
        shown.addAll(readings.minutes().keySet());
        List<String> first = shown.stream().limit(most).toList();
        return new CorrelationMap(report, affinities(readings, first, settings), shown.size());
    }

    /**
     * How alike two operations are over the last whole minutes.
     *
     * @return empty when one of them was not seen in that time
     * @throws IllegalArgumentException when the window is too long or too short
     */
    public Optional<Affinity> between(String one, String other, Duration window, CorrelationSettings settings) {
        Readings readings = read(window, false);
        Set<String> both = Set.of(one, other);
        return readings.minutes().keySet().containsAll(both)
                ? Optional.of(affinities(readings, both, settings).between(0, 1))
                : Optional.empty();
    }

    private static Affinities affinities(
            Readings readings, Collection<String> operations, CorrelationSettings settings) {
        SortedMap<String, Series> minutes = new TreeMap<>(readings.minutes());
        minutes.keySet().retainAll(operations);
        return Affinities.of(minutes, readings.hours(), settings.raw());
    }

    private CorrelationReport look(Duration window, CorrelationSettings settings, boolean trackedOnly) {
        return report(read(window, trackedOnly), settings);
    }

    private Readings read(Duration window, boolean trackedOnly) {
        if (window.compareTo(STEP) < 0 || window.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("window %s must be from %s to %s".formatted(window, STEP, LONGEST));
        }
        TimeRange range = TimeRange.endingAt(clock.instant().truncatedTo(ChronoUnit.MINUTES), window);
        Map<String, OperationType> types =
                operations.all().stream().collect(toMap(OperationType::name, Function.identity()));
        SortedMap<String, Series> minutes = new TreeMap<>(series.means(range, STEP));
        minutes.keySet().removeIf(name -> trackedOnly && !typeOf(name, types).tracked());
        return new Readings(range, minutes, series.means(TimeRange.endingAt(range.from(), HISTORY), HOUR), types);
    }

    /** What is compared. */
    private record Readings(
            TimeRange range,
            SortedMap<String, Series> minutes,
            SortedMap<String, Series> hours,
            Map<String, OperationType> types) {}

    private CorrelationReport report(Readings readings, CorrelationSettings settings) {
        Correlations found = Correlations.of(readings.minutes(), readings.hours(), settings);
        return report(readings.range(), found, readings.types());
    }

    private CorrelationReport report(TimeRange range, Correlations found, Map<String, OperationType> types) {
        BottleneckTable table = BottleneckTable.with(rules.rules());
        List<Pair> pairs = found.links().stream()
                .map(link -> new Pair(
                        link,
                        found.bothDegrading(link),
                        table.advise(typesOf(Stream.of(link.one(), link.other()), types))))
                .toList();
        List<Trouble> troubles = found.groups().stream()
                .map(group -> new Trouble(
                        group, found.standing(group.worst()), table.advise(typesOf(group.members().stream(), types))))
                .toList();
        return new CorrelationReport(range, pairs, troubles, found.tested());
    }

    private static List<OperationType> typesOf(Stream<String> names, Map<String, OperationType> types) {
        return names.map(name -> typeOf(name, types)).toList();
    }

    /** An operation may be timed for the first time between the two readings. */
    private static OperationType typeOf(String name, Map<String, OperationType> types) {
        OperationType known = types.get(name);
        return known == null ? OperationType.named(name) : known;
    }
}
