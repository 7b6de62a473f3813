package io.tidemark.domain.stream.nab;

import io.tidemark.domain.stream.StreamDetector;
import io.tidemark.domain.stream.nab.Corpus.Series;
import io.tidemark.domain.stream.nab.Rows.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * Runs the detector over the Numenta Anomaly Benchmark, when asked for by name:
 *
 * <pre>mvn -q -pl domain test -Dtest=NabRun -Dnab=FOLDER</pre>
 *
 * <p>{@code FOLDER} has {@code data/<group>/<file>.csv} and {@code combined_windows.json} (or it in {@code labels}); a
 * relative one counts from the repository. The score of each row is written in the benchmark's layout of results.
 */
final class NabRun {
    private static final String DETECTOR = "tidemark";

    /** Surefire runs in the module. */
    private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

    @Test
    void run() throws IOException {
        Path folder = REPOSITORY.resolve(asked());
        Path results = REPOSITORY.resolve("domain/target/nab");
        List<Scored> files = new ArrayList<>();
        long nanos = 0;
        for (Series series : Corpus.read(folder)) {
            long start = System.nanoTime();
            double[] scores = scores(series);
            nanos += System.nanoTime() - start;
            files.add(series.scored(scores));
            write(results, series, scores);
        }
        Report.lines(files).forEach(System.out::println);
        long rows = files.stream().mapToLong(Scored::rows).sum();
        System.out.printf(
                Locale.ROOT,
                "%n%d rows of %d files, %.1f µs for each; their scores are in %s%n",
                rows,
                files.size(),
                nanos / 1e3 / rows,
                results);
    }

    private static String asked() {
        String folder = System.getProperty("nab");
        if (folder == null) {
            throw new IllegalArgumentException("-Dnab=FOLDER must name the folder with the benchmark's data");
        }
        return folder;
    }

    private static double[] scores(Series series) {
        StreamDetector detector = new StreamDetector(StreamDetector.DEFAULT_LIMIT);
        double[] scores = new double[series.rows().size()];
        for (int i = 0; i < scores.length; i++) {
            Row row = series.rows().get(i);
            scores[i] = detector.next(row.at(), row.value()).score();
        }
        return scores;
    }

    private static void write(Path results, Series series, double[] scores) throws IOException {
        List<String> lines = new ArrayList<>(scores.length + 1);
        lines.add("timestamp,value,anomaly_score,label");
        for (int i = 0; i < scores.length; i++) {
            Row row = series.rows().get(i);
            int row0 = i;
            boolean labelled = series.windows().stream().anyMatch(window -> window.contains(row0));
            lines.add("%s,%s,%s,%d".formatted(row.timestamp(), row.text(), scores[i], labelled ? 1 : 0));
        }
        Path folder = Files.createDirectories(results.resolve(DETECTOR).resolve(series.group()));
        Files.write(folder.resolve(DETECTOR + "_" + series.file()), lines);
    }
}
