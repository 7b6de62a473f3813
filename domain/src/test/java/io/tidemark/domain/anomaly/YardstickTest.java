package io.tidemark.domain.anomaly;

import static io.tidemark.domain.anomaly.AnomalyFixture.logNormal;
import static io.tidemark.domain.anomaly.AnomalyFixture.sketch;
import static io.tidemark.domain.anomaly.AnomalyFixture.yardstick;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.anomaly.NoVerdict.Reason;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class YardstickTest {
    /** The example of every textbook: mean 5, population deviation 2. */
    @Test
    void classic_isMeanAndPopulationDeviation() {
        Yardstick normal = yardstick(Method.CLASSIC, 2, 4, 4, 4, 5, 5, 7, 9);

        assertThat(normal.centreMicros()).isEqualTo(5);
        assertThat(normal.above()).isEqualTo(2);
        assertThat(normal.score(9)).isEqualTo(2);
        assertThat(normal.score(2)).isEqualTo(-1.5);
        assertThat(normal.micros(-1.5)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10, 11, 100})
    void classic_reachesNoHigherScoreThanItSays(int count) {
        long[] micros = new long[count];
        Arrays.fill(micros, 1_000);
        micros[count - 1] = 1_000_000_000;

        Yardstick normal = yardstick(Method.CLASSIC, micros);

        assertThat(normal.score(1_000_000_000)).isCloseTo(normal.highestScore(), within(1e-6));
        assertThat(normal.highestScore()).isEqualTo(Math.sqrt(count - 1.0));
    }

    @Test
    void classic_ofTenTimingsFindsNothingUnlessTheOthersAreEqual() {
        assertThat(new AnomalyRule(Method.CLASSIC, Cutoffs.DEFAULT, MinimumEffect.NONE)
                        .judgeAll(AnomalyFixture.everyMinute(1, 1, 1, 1, 1, 1, 1, 1, 2_000, 1_000_000)))
                .isEmpty();
    }

    @Test
    void classic_isBlindedByTwoEqualOutliersThatTheRobustOneFinds() {
        long[] micros = {
            20_000, 21_000, 19_000, 20_500, 20_000, 19_500, 20_000, 21_000, 20_500, 19_000, 900_000, 900_000
        };

        assertThat(yardstick(Method.CLASSIC, micros).score(900_000)).isLessThan(3);
        assertThat(yardstick(Method.ROBUST, micros).score(900_000)).isGreaterThan(5);
    }

    @ParameterizedTest
    @EnumSource(Method.class)
    void standard_isNoneOfFewerThanFiveTimings(Method method) {
        assertThat(method.standard(new long[] {1, 2, 3, 4})).isEqualTo(new NoVerdict(Reason.TOO_FEW_SAMPLES, 4));
        assertThat(method.standard(sketch(1, 2, 3, 4))).isEqualTo(new NoVerdict(Reason.TOO_FEW_SAMPLES, 4));
        assertThat(method.standard(sketch())).isEqualTo(new NoVerdict(Reason.TOO_FEW_SAMPLES, 0));
        assertThat(method.standard(new long[] {1, 2, 3, 4, 5})).isInstanceOf(Yardstick.class);
    }

    @Test
    void classic_isNoneWhenAllTookEquallyLong() {
        assertThat(Yardstick.classic(sketch(7, 7, 7, 7, 7))).isEqualTo(new NoVerdict(Reason.NO_SPREAD, 5));
    }

    @Test
    void robust_hasAFloorWhereAllTookEquallyLong() {
        Yardstick normal = yardstick(Method.ROBUST, 20_000, 20_000, 20_000, 20_000, 20_000);

        assertThat(normal.centreMicros()).isCloseTo(20_000, within(1e-6));
        assertThat(normal.score(20_000 * Math.exp(3 * 0.05))).isCloseTo(3, within(1e-9));
    }

    /** ln 2, ln 4, ln 4, ln 8, ln 16 in units of ln 2: median 2, distances 1, 0, 0, 1, 2, so that the MAD is 1. */
    @Test
    void robust_isMedianAndMadOfTheLogarithm() {
        Yardstick normal = yardstick(Method.ROBUST, 2, 4, 4, 8, 16);

        assertThat(normal.centreMicros()).isCloseTo(4, within(1e-9));
        assertThat(normal.below()).isCloseTo(1.482602218505602 * Math.log(2), within(1e-9));
        assertThat(normal.score(4 * Math.pow(2, 1.482602218505602 * 3))).isCloseTo(3, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6, 11, 12, 99, 100, 1_000, 30_001})
    void robust_isTheSameFromASketchButForItsError(int count) {
        long[] micros = logNormal(new Random(count), count, 0.4);

        Yardstick exact = yardstick(Method.ROBUST, micros);
        Yardstick fromSketch = (Yardstick) Yardstick.robust(sketch(micros));

        assertThat(fromSketch.centre()).isCloseTo(exact.centre(), within(0.008));
        assertThat(fromSketch.above()).isCloseTo(exact.above(), within(0.012));
        assertThat(fromSketch.below()).isCloseTo(exact.below(), within(0.012));
    }

    @Test
    void robust_takesTheSecondOfTwoModesForNormal() {
        long[] micros = new long[1_000];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = (i % 10 < 6 ? 1_000L : 10_000L) + i % 7;
        }
        Yardstick normal = yardstick(Method.ROBUST, micros);

        assertThat(normal.score(10_000)).isLessThan(3);
        assertThat(normal.score(100_000)).isGreaterThan(2.5);
        assertThat(normal.score(1_000_000)).isGreaterThan(3);
    }

    @Test
    void robust_measuresEachSideByItself() {
        long[] micros = new long[1_000];
        for (int i = 0; i < micros.length; i++) {
            micros[i] = Math.round(i % 2 == 0 ? 20_000 * (1 - i / 10_000.0) : 20_000 * (1 + i / 200.0));
        }
        Yardstick normal = yardstick(Method.ROBUST, micros);

        assertThat(normal.above()).isGreaterThan(2 * normal.below());
    }

    /** Half of the timings and more are what is normal: those before stand out then, as the quick ones that they are. */
    @Test
    void robust_ofAWindowThatWasMostlySlowTakesSlowForNormal() {
        long[] micros = new long[200];
        Arrays.fill(micros, 0, 15, 20_000);
        Arrays.fill(micros, 15, 200, 200_000);

        Yardstick normal = yardstick(Method.ROBUST, micros);

        assertThat(normal.centreMicros()).isCloseTo(200_000, within(1.0));
        assertThat(normal.score(20_000)).isLessThan(-3);
    }

    @Test
    void robust_isNotMovedByOneGiantValue() {
        Yardstick without = yardstick(Method.ROBUST, 20_000, 21_000, 22_000, 23_000, 24_000, 25_000, 26_000);
        Yardstick with = yardstick(Method.ROBUST, 20_000, 21_000, 22_000, 23_000, 24_000, 25_000, 30_000_000_000_000L);

        assertThat(with).isEqualTo(without);
    }
}
