package io.tidemark.domain.stream.nab;

import io.tidemark.domain.stream.nab.Labels.Span;
import io.tidemark.domain.stream.nab.Rows.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder in the benchmark's layout: {@code data/<group>/<file>.csv}, and the windows beside or in {@code labels}. */
final class Corpus {
    private static final String LABELS = "combined_windows.json";

    private Corpus() {}

    /** A file as it was read. */
    record Series(String group, String file, List<Row> rows, List<Window> windows) {
        Scored scored(double[] scores) {
            return new Scored(group, file, windows, scores);
        }
    }

    /** All files, by name, one after the other: those that have labels, which must be those that are there. */
    static List<Series> read(Path folder) throws IOException {
        Path labels = labels(folder);
        Map<String, List<Span>> spans = new TreeMap<>(Labels.read(labels));
        Set<String> present = present(folder.resolve("data"));
        refuse(
                minus(spans.keySet(), present),
                "labelled in %s, but missing in %s".formatted(labels, folder.resolve("data")));
        refuse(
                minus(present, spans.keySet()),
                "without an entry in %s (an empty list: no anomalies)".formatted(labels));
        List<Series> corpus = new ArrayList<>();
        for (Map.Entry<String, List<Span>> entry : spans.entrySet()) {
            corpus.add(series(folder, entry.getKey(), entry.getValue()));
        }
        return corpus;
    }

    private static Series series(Path folder, String name, List<Span> spans) throws IOException {
        List<Row> rows = Rows.read(folder.resolve("data").resolve(name));
        List<Window> windows = new ArrayList<>();
        for (Span span : spans) {
            windows.add(window(name, rows, span));
        }
        windows.sort(Comparator.comparingInt(Window::first));
        int slash = name.lastIndexOf('/');
        return new Series(name.substring(0, Math.max(0, slash)), name.substring(slash + 1), rows, windows);
    }

    private static Window window(String name, List<Row> rows, Span span) {
        int first = -1;
        int last = -1;
        for (int i = 0; i < rows.size(); i++) {
            var at = Timestamps.parse(rows.get(i).timestamp()).orElseThrow();
            if (!at.isBefore(span.first()) && !at.isAfter(span.last())) {
                first = first < 0 ? i : first;
                last = i;
            }
        }
        if (first < 0) {
            throw new IllegalArgumentException(
                    "%s has no row from %s to %s, which is labelled".formatted(name, span.first(), span.last()));
        }
        return new Window(first, last);
    }

    private static Path labels(Path folder) {
        return Stream.of(folder.resolve(LABELS), folder.resolve("labels").resolve(LABELS))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "%s has neither %s nor labels/%s".formatted(folder.toAbsolutePath(), LABELS, LABELS)));
    }

    private static Set<String> present(Path data) throws IOException {
        if (!Files.isDirectory(data)) {
            throw new IllegalArgumentException(
                    "%s is no folder: the files belong there".formatted(data.toAbsolutePath()));
        }
        try (Stream<Path> paths = Files.walk(data)) {
            return paths.filter(path -> path.toString().endsWith(".csv"))
                    .map(path -> data.relativize(path).toString().replace('\\', '/'))
                    .collect(TreeSet::new, TreeSet::add, TreeSet::addAll);
        }
    }

    private static Set<String> minus(Set<String> names, Set<String> others) {
        Set<String> left = new TreeSet<>(names);
        left.removeAll(others);
        return left;
    }

    private static void refuse(Set<String> names, String what) {
        if (!names.isEmpty()) {
            throw new IllegalArgumentException("%s: %s".formatted(what, String.join(", ", names)));
        }
    }
}
