package io.tidemark.bootstrap.console.correlation;

import io.tidemark.application.correlate.CorrelationReport.Pair;
import io.tidemark.bootstrap.console.chart.Outline;
import io.tidemark.bootstrap.console.correlation.CorrelationView.Link;
import io.tidemark.domain.correlation.Affinities;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What moves together, as arcs between names that stand one under the other.
 *
 * @param description what the picture shows, for those who do not see it
 * @param names in the order in which those stand together that move together
 * @param arcs the strongest first
 * @param left how many arcs are not shown
 */
record Graph(String description, List<Link> names, List<Arc> arcs, int left) {
    static final int ROW = 26;

    private static final int MOST_ARCS = 200;
    private static final double NEAREST = 14;
    private static final double FARTHEST = 120;
    private static final double THINNEST = 1;
    private static final double THICKEST = 5;

    Graph {
        names = List.copyOf(names);
        arcs = List.copyOf(arcs);
    }

    /**
     * Two that move together.
     *
     * @param look the class of its colour
     * @param width the stronger, the thicker
     */
    record Arc(String path, String look, String width, String title, String href) {}

    /**
     * Draws pairs.
     *
     * @param pairs the strongest first
     */
    static Graph of(List<Pair> pairs, Affinities affinities, CorrelationQuery query) {
        List<Pair> shown = pairs.stream()
                .filter(pair -> affinities.operations().contains(pair.link().one())
                        && affinities.operations().contains(pair.link().other()))
                .limit(MOST_ARCS)
                .toList();
        Set<String> linked = shown.stream()
                .flatMap(pair -> Stream.of(pair.link().one(), pair.link().other()))
                .collect(Collectors.toSet());
        List<String> rows =
                affinities.operations().stream().filter(linked::contains).toList();
        return new Graph(
                "%d operations, %d pairs of which move together; the table below lists them"
                        .formatted(rows.size(), shown.size()),
                rows.stream().map(name -> new Link(name, query.operation(name))).toList(),
                shown.stream().map(pair -> arc(pair, rows, query)).toList(),
                pairs.size() - shown.size());
    }

    private static Arc arc(Pair pair, List<String> rows, CorrelationQuery query) {
        String one = pair.link().one();
        String other = pair.link().other();
        double r = pair.link().coefficient();
        double from = (rows.indexOf(one) + 0.5) * ROW;
        double to = (rows.indexOf(other) + 0.5) * ROW;
        double distance = Math.abs(from - to) / (rows.size() * (double) ROW);
        String reach = Outline.number(NEAREST + (FARTHEST - NEAREST) * distance);
        double strength = (Math.abs(r) - query.threshold()) / Math.max(0.01, 1 - query.threshold());
        return new Arc(
                "M0,%s C%s,%s %s,%s 0,%s"
                        .formatted(
                                Outline.number(from),
                                reach,
                                Outline.number(from),
                                reach,
                                Outline.number(to),
                                Outline.number(to)),
                r < 0 ? "against" : "with",
                Outline.number(THINNEST + (THICKEST - THINNEST) * Math.max(0, strength)),
                String.format(Locale.ROOT, "%s × %s: r %.2f", one, other, r),
                query.pair(one, other));
    }

    int height() {
        return names.size() * ROW;
    }
}
