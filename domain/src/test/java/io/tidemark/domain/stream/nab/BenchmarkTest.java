package io.tidemark.domain.stream.nab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.stream.nab.Benchmark.Result;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Held against figures worked out by hand from the published formula, for a file of 100 rows: the first 15 are probation. */
final class BenchmarkTest {
    private static final Offset<Double> EXACT = within(1e-6);
    private static final Window WINDOW = new Window(50, 59);

    @ParameterizedTest
    @EnumSource
    void score_ofThePerfectDetector_is100(Profile profile) {
        assertThat(score(profile, WINDOW.first())).isEqualTo(100, EXACT);
    }

    @ParameterizedTest
    @EnumSource
    void score_ofADetectorThatFindsNothing_is0(Profile profile) {
        assertThat(score(profile)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"50, 1", "55, 0.859793", "59, 0.248242"})
    void worth_inAWindow_isTheMoreTheEarlier(int row, double worth) {
        assertThat(file(row).worth(row)).isEqualTo(worth, EXACT);
    }

    @ParameterizedTest
    @CsvSource({"49, -1", "64, -0.882926", "86, -0.999999", "87, -1"})
    void worth_outside_isTheLessTheFartherFromTheWindowBefore(int row, double worth) {
        assertThat(file(row).worth(row)).isEqualTo(worth, EXACT);
    }

    @Test
    void score_countsTheBestRowOfAWindowOnce() {
        assertThat(score(Profile.STANDARD, 55, 56, 57)).isEqualTo(score(Profile.STANDARD, 55), EXACT);
    }

    @ParameterizedTest
    @CsvSource({"STANDARD, 82.633534", "LOW_FALSE_POSITIVES, 72.277440", "LOW_FALSE_NEGATIVES, 88.422356"})
    void score_weighsEveryRowOutside(Profile profile, double score) {
        assertThat(score(profile, 20, 55, 64)).isEqualTo(score, EXACT);
    }

    @Test
    void score_passesOverTheProbation() {
        assertThat(score(Profile.STANDARD, 3, 14, 50)).isEqualTo(100, EXACT);
    }

    @Test
    void probation_ofALongFile_isNoLongerThan750Rows() {
        assertThat(new Scored("group", "file.csv", List.of(), new double[10_000]).probation())
                .isEqualTo(750);
    }

    @Test
    void best_isTheThresholdBelowWhichItWouldOnlyGetWorse() {
        double[] scores = new double[100];
        scores[50] = 0.8;
        scores[30] = 0.5;

        assertThat(new Benchmark(List.of(file(scores)), Profile.STANDARD).best())
                .isEqualTo(new Result(100, 0.8));
    }

    @Test
    void best_takesAllRowsOfOneScore() {
        double[] scores = new double[100];
        scores[50] = 0.8;
        scores[30] = 0.8;

        assertThat(new Benchmark(List.of(file(scores)), Profile.STANDARD).best().score())
                .isEqualTo(94.5, EXACT);
    }

    @Test
    void best_isTheSameThresholdForAllFiles() {
        double[] early = new double[100];
        early[50] = 0.9;
        double[] late = new double[100];
        late[50] = 0.3;
        late[20] = 0.4;

        Result best = new Benchmark(List.of(file(early), file(late)), Profile.STANDARD).best();

        assertThat(best.threshold()).isEqualTo(0.3);
        assertThat(best.score()).isEqualTo(100 * (1 + 1 - 0.11 + 2) / 4, EXACT);
    }

    private static double score(Profile profile, int... detected) {
        return new Benchmark(List.of(file(detected)), profile).at(1);
    }

    private static Scored file(int... detected) {
        double[] scores = new double[100];
        for (int row : detected) {
            scores[row] = 1;
        }
        return file(scores);
    }

    private static Scored file(double[] scores) {
        return new Scored("group", "file.csv", List.of(WINDOW), scores);
    }
}
