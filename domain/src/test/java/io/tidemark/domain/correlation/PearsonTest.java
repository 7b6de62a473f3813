package io.tidemark.domain.correlation;

import static java.lang.Double.NaN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.offset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PearsonTest {
    /** Three blocks, the last one narrow, and gaps in none, some or all of the series. */
    @ParameterizedTest(name = "seed {0}, {1} of the series with gaps, {2} of their steps missing")
    @CsvSource({"1, 0, 0", "2, 0.3, 0.1", "3, 1, 0.5", "4, 1, 0.95", "5, 0.9, 0.99"})
    void ofAllPairs_agreesWithALibraryOverTheStepsThatBothHave(long seed, double withGaps, double missing) {
        Random random = new Random(seed);
        List<double[]> series = IntStream.range(0, 131)
                .mapToObj(i -> series(random, random.nextDouble() < withGaps ? missing : 0))
                .toList();

        List<Seen> seen = all(series);

        assertThat(seen).hasSize(131 * 130 / 2);
        seen.forEach(pair -> {
            int[] common = common(series.get(pair.one), series.get(pair.other));
            assertThat(pair.steps).isEqualTo(common.length);
            if (common.length < Pearson.FEWEST_STEPS) {
                assertThat(pair.coefficient).isNaN();
            } else {
                double expected = new PearsonsCorrelation()
                        .correlation(at(series.get(pair.one), common), at(series.get(pair.other), common));
                assertThat(pair.coefficient).isCloseTo(expected, offset(1e-9));
            }
        });
    }

    @Test
    void ofAllPairs_showsEachPairOnceTheEarlierFirst() {
        Random random = new Random(6);
        List<double[]> series = List.of(series(random, 0.5), series(random, 0), series(random, 0.5));

        assertThat(all(series))
                .extracting(pair -> pair.one + " " + pair.other)
                .containsExactlyInAnyOrder("0 1", "0 2", "1 2");
    }

    @Test
    void ofAllPairs_isOneForWhatMovesTogetherAndMinusOneForTheOpposite() {
        double[] up = IntStream.range(0, 20).mapToDouble(i -> i).toArray();
        double[] faster = Arrays.stream(up).map(value -> 1_000 + 7 * value).toArray();
        double[] down = Arrays.stream(up).map(value -> -value).toArray();

        assertThat(all(List.of(up, faster)).get(0).coefficient).isCloseTo(1, offset(1e-12));
        assertThat(all(List.of(up, down)).get(0).coefficient).isCloseTo(-1, offset(1e-12));
    }

    @Test
    void ofAllPairs_hasNoVerdictBelowTenCommonSteps() {
        double[] one = IntStream.range(0, 20).mapToDouble(i -> i < 10 ? i : NaN).toArray();
        double[] nineLater =
                IntStream.range(0, 20).mapToDouble(i -> i > 0 ? i : NaN).toArray();

        assertThat(all(List.of(one, nineLater))).containsExactly(new Seen(0, 1, NaN, 9));
    }

    @Test
    void ofAllPairs_hasNoVerdictWithoutDeviation() {
        double[] always = new double[20];
        Arrays.fill(always, 0.1);
        double[] rising = IntStream.range(0, 20).mapToDouble(i -> i).toArray();

        assertThat(all(List.of(always, rising))).containsExactly(new Seen(0, 1, NaN, 20));
    }

    @Test
    void ofAllPairs_hasNoVerdictWhenOneNeverChangesWhileTheOtherIsThere() {
        double[] changesLater =
                IntStream.range(0, 40).mapToDouble(i -> i < 20 ? 0.1 : i).toArray();
        double[] endsBefore =
                IntStream.range(0, 40).mapToDouble(i -> i < 20 ? i % 7 : NaN).toArray();

        assertThat(all(List.of(changesLater, endsBefore))).containsExactly(new Seen(0, 1, NaN, 20));
    }

    /** A level that all common steps have does not matter: the library, which it disturbs, is asked without it. */
    @Test
    void ofAllPairs_isExactWhereTheCommonStepsHardlyDeviate() {
        double[] jumps = IntStream.range(0, 40)
                .mapToDouble(i -> i < 20 ? 1e9 + i % 3 : 1 + i % 5)
                .toArray();
        double[] endsBefore =
                IntStream.range(0, 40).mapToDouble(i -> i < 20 ? i % 7 : NaN).toArray();
        double[] level = Arrays.stream(jumps).map(value -> value - 1e9).toArray();
        int[] common = IntStream.range(0, 20).toArray();

        assertThat(all(List.of(jumps, endsBefore)).get(0).coefficient)
                .isCloseTo(
                        new PearsonsCorrelation().correlation(at(level, common), at(endsBefore, common)),
                        offset(1e-12));
    }

    @Test
    void ofAllPairs_isEmptyForOneSeriesOrNone() {
        assertThat(all(List.of())).isEmpty();
        assertThat(all(List.of(new double[] {1, 2}))).isEmpty();
    }

    @Test
    void ofAllPairs_refusesSeriesOfDifferentLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> all(List.of(new double[3], new double[4])))
                .withMessage("series of [3, 4] steps must have the same length");
    }

    private static List<Seen> all(List<double[]> series) {
        List<Seen> seen = new ArrayList<>();
        Pearson.ofAllPairs(
                series, (one, other, coefficient, steps) -> seen.add(new Seen(one, other, coefficient, steps)));
        return Collections.unmodifiableList(seen);
    }

    private static double[] series(Random random, double missing) {
        double level = Math.exp(10 * random.nextDouble());
        return IntStream.range(0, 203)
                .mapToDouble(i -> random.nextDouble() < missing
                        ? NaN
                        : level * (2 + Math.sin(i / 20.0) + random.nextGaussian() / 2))
                .toArray();
    }

    private static int[] common(double[] one, double[] other) {
        return IntStream.range(0, one.length)
                .filter(i -> !Double.isNaN(one[i]) && !Double.isNaN(other[i]))
                .toArray();
    }

    private static double[] at(double[] values, int[] places) {
        return Arrays.stream(places).mapToDouble(i -> values[i]).toArray();
    }

    private record Seen(int one, int other, double coefficient, int steps) {}
}
