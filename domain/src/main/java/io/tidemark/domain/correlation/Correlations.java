package io.tidemark.domain.correlation;

import io.tidemark.domain.correlation.Candidates.Candidate;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.statistics.FalseDiscovery;
import io.tidemark.domain.statistics.Memory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which operations move together.
 *
 * <p>Everything follows the daily load, so that plain coefficients overstate: compared is what is left of each series
 * without its own rhythm, on a logarithmic scale, smoothed over a quarter of an hour. And among hundreds of pairs some
 * are alike by chance: each coefficient is tested (Fisher's transformation, with as many steps as independent ones would
 * tell as much), and of those that reach the threshold only as many are believed as keep the false discovery rate.
 *
 * @param links the strongest first; at most 100,000
 * @param standings how each operation does of late
 * @param groups operations that degrade together, the largest first
 * @param tested what became of all pairs
 */
public record Correlations(List<Link> links, Map<String, Standing> standings, List<Group> groups, Tested tested) {
    public Correlations {
        links = List.copyOf(links);
        standings = Map.copyOf(standings);
        groups = List.copyOf(groups);
    }

    /**
     * Looks at all pairs.
     *
     * @param series by operation: mean durations, all of the same start, step and length
     * @param hours by operation: the same by the hour, for days before the series; it may lack operations
     */
    public static Correlations of(
            SortedMap<String, Series> series, Map<String, Series> hours, CorrelationSettings settings) {
        List<String> names = List.copyOf(series.keySet());
        List<Course> courses = series.entrySet().stream()
                .map(entry -> Course.of(entry.getValue(), hours.get(entry.getKey())))
                .toList();
        List<double[]> values = settings.raw()
                ? series.values().stream().map(Series::values).toList()
                : courses.stream().map(Course::residuals).toList();
        Candidates candidates = new Candidates(settings.groupThreshold());
        Pearson.ofAllPairs(values, candidates);
        List<Candidate> believed =
                settings.raw() ? candidates.strongest() : believed(candidates, values, settings.falseDiscoveryRate());
        List<Link> related = links(believed, names, series);
        List<Link> links = related.stream()
                .filter(link -> Math.abs(link.coefficient()) >= settings.threshold())
                .toList();
        Map<String, Standing> standings = new TreeMap<>();
        for (int i = 0; i < courses.size(); i++) {
            standings.put(names.get(i), courses.get(i).standing(settings.recent()));
        }
        return new Correlations(links, standings, Group.among(related, standings), candidates.tested());
    }

    /** How an operation does of late. */
    public Standing standing(String operation) {
        return standings.getOrDefault(operation, Standing.UNKNOWN);
    }

    /** Whether both operations of a link take longer than normal of late. */
    public boolean bothDegrading(Link link) {
        return standing(link.one()).isDegrading() && standing(link.other()).isDegrading();
    }

    private static List<Candidate> believed(Candidates candidates, List<double[]> values, double rate) {
        List<Candidate> strongest = candidates.strongest();
        Map<Integer, Memory> memories = new HashMap<>();
        double[] pValues = strongest.stream()
                .mapToDouble(candidate -> Coincidence.pValue(
                        candidate.coefficient(),
                        candidate.steps(),
                        memories.computeIfAbsent(candidate.one(), i -> Memory.of(values.get(i))),
                        memories.computeIfAbsent(candidate.other(), i -> Memory.of(values.get(i)))))
                .toArray();
        double cutoff = FalseDiscovery.cutoff(pValues, candidates.tested().verdicts(), rate);
        List<Candidate> believed = new ArrayList<>();
        for (int i = 0; i < pValues.length; i++) {
            if (pValues[i] <= cutoff) {
                believed.add(strongest.get(i));
            }
        }
        return believed;
    }

    private static List<Link> links(List<Candidate> candidates, List<String> names, SortedMap<String, Series> series) {
        Duration step = series.values().stream().findFirst().map(Series::step).orElse(Duration.ZERO);
        return candidates.stream()
                .map(found -> new Link(
                        names.get(found.one()),
                        names.get(found.other()),
                        found.coefficient(),
                        step.multipliedBy(found.steps()).toMinutes()))
                .toList();
    }
}
