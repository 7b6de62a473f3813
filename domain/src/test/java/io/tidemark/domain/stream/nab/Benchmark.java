package io.tidemark.domain.stream.nab;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * The score of the Numenta Anomaly Benchmark (Lavin and Ahmad, Evaluating real-time anomaly detection algorithms, ICMLA
 * 2015): 100 for a detector that finds each window at its first row and nothing else, 0 for one that finds nothing.
 */
final class Benchmark {
    private final List<Scored> files;
    private final Profile profile;

    private record Row(int file, int row, double score) {}

    /**
     * The best score, and the threshold, the same for all files, that reaches it.
     *
     * @param threshold infinite when it is best to detect nothing
     */
    record Result(double score, double threshold) {}

    Benchmark(List<Scored> files, Profile profile) {
        this.files = List.copyOf(files);
        this.profile = profile;
    }

    /** The threshold with the best score, found by lowering it from row to row. */
    Result best() {
        List<Tally> tallies = tallies(Double.POSITIVE_INFINITY);
        double sum = sum(tallies);
        Result best = new Result(score(sum), Double.POSITIVE_INFINITY);
        List<Row> rows = rows();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            Tally tally = tallies.get(row.file);
            sum -= tally.sum();
            tally.detect(files.get(row.file), row.row);
            sum += tally.sum();
            boolean lastOfItsScore = i + 1 == rows.size() || rows.get(i + 1).score < row.score;
            if (lastOfItsScore && score(sum) > best.score) {
                best = new Result(score(sum), row.score);
            }
        }
        return best;
    }

    /** The score at a threshold. */
    double at(double threshold) {
        return score(sum(tallies(threshold)));
    }

    List<Tally> tallies(double threshold) {
        return files.stream().map(file -> Tally.of(file, profile, threshold)).toList();
    }

    private double score(double sum) {
        int windows = files.stream().mapToInt(file -> file.windows().size()).sum();
        double ofNothing = -windows * profile.missed();
        return 100 * (sum - ofNothing) / (windows - ofNothing);
    }

    private static double sum(Collection<Tally> tallies) {
        return tallies.stream().mapToDouble(Tally::sum).sum();
    }

    /** Those with a score above 0, the highest first. */
    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (int file = 0; file < files.size(); file++) {
            Scored scored = files.get(file);
            for (int row = scored.probation(); row < scored.rows(); row++) {
                if (scored.score(row) > 0) {
                    rows.add(new Row(file, row, scored.score(row)));
                }
            }
        }
        rows.sort(Comparator.comparingDouble(Row::score).reversed());
        return rows;
    }
}
