package io.tidemark.domain.correlation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.series.Series;
import io.tidemark.domain.statistics.Memory;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AffinitiesTest {
    private static final Instant START = Instant.parse("2026-03-10T00:00:00Z");

    @Test
    void of_putsTogetherWhatMovesTogether() {
        Set<String> one = Set.of("operation 02", "operation 07", "operation 11");
        Set<String> other = Set.of("operation 01", "operation 05", "operation 10");
        WorkloadFixture workload =
                new WorkloadFixture(7, 12, 14).trouble(one, 1_100, 1_440, 2.5).trouble(other, 300, 700, 2.5);

        Affinities found = Affinities.of(workload.minutes(), workload.hours(), false);

        assertThat(found.operations())
                .containsExactlyInAnyOrderElementsOf(workload.minutes().keySet());
        assertThat(spread(found, one)).isEqualTo(2);
        assertThat(spread(found, other)).isEqualTo(2);
    }

    @Test
    void of_hasTheCoefficientsThatLinksHave() {
        Set<String> troubled = Set.of("operation 02", "operation 07", "operation 11");
        WorkloadFixture workload = new WorkloadFixture(7, 12, 14).trouble(troubled, 1_100, 1_440, 2.5);

        Affinities found = Affinities.of(workload.minutes(), workload.hours(), false);

        Correlations correlations = Correlations.of(workload.minutes(), workload.hours(), CorrelationSettings.DEFAULT);
        assertThat(correlations.links()).isNotEmpty().allSatisfy(link -> {
            Affinity affinity = between(found, link.one(), link.other());
            assertThat(affinity.coefficient()).isEqualTo(link.coefficient());
            assertThat(affinity.minutes()).isEqualTo(link.minutes());
            assertThat(affinity.pValue()).isLessThan(0.01);
        });
    }

    @Test
    void between_isTheCoefficientByItsDefinition_andHowLikelyItIsByChance() {
        Random random = new Random(20_260_310);
        double[] one = random.doubles(200).toArray();
        double[] alike = IntStream.range(0, 200)
                .mapToDouble(i -> one[i] + random.nextDouble())
                .toArray();
        double[] another = random.doubles(200).toArray();

        Affinity likely = Affinities.of(series(one, another), Map.of(), true).between(0, 1);
        Affinity unlikely = Affinities.of(series(one, alike), Map.of(), true).between(0, 1);

        assertThat(unlikely.coefficient()).isCloseTo(pearson(one, alike), within(1e-12));
        assertThat(unlikely.minutes()).isEqualTo(200);
        assertThat(unlikely.pValue()).isLessThan(1e-9);
        assertThat(likely.coefficient()).isCloseTo(pearson(one, another), within(1e-12));
        assertThat(likely.pValue()).isGreaterThan(0.05);
    }

    /** Two-sided, of z = artanh(0.5) · √17 = 2.2648. */
    @Test
    void coincidence_isThatOfFishersTransformation() {
        Memory none = Memory.of(new double[] {1});

        assertThat(Coincidence.pValue(0.5, 20, none, none)).isCloseTo(0.023522, within(1e-6));
        assertThat(Coincidence.pValue(-0.5, 20, none, none)).isCloseTo(0.023522, within(1e-6));
        assertThat(Coincidence.pValue(0.99, 3, none, none)).isEqualTo(1);
    }

    @Test
    void between_twoThatHaveTooFewMinutesInCommonOrNeverChange_isUnknown() {
        double[] waves = IntStream.range(0, 60).mapToDouble(i -> 5 + i % 7).toArray();
        double[] flat = DoubleStream.generate(() -> 5).limit(60).toArray();
        double[] rare = IntStream.range(0, 60)
                .mapToDouble(i -> i < 9 ? i + 1 : Double.NaN)
                .toArray();

        assertThat(Affinities.of(series(waves, flat), Map.of(), true)
                        .between(0, 1)
                        .isKnown())
                .isFalse();
        assertThat(Affinities.of(series(waves, rare), Map.of(), true)
                        .between(0, 1)
                        .isKnown())
                .isFalse();
    }

    @Test
    void between_anOperationAndItself_isNotAsked() {
        Affinities found = Affinities.of(series(new double[20], new double[20]), Map.of(), true);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> found.between(1, 1))
                .withMessageContaining("place 1 twice");
    }

    @Test
    void of_none_isNone() {
        assertThat(Affinities.of(new TreeMap<>(), Map.of(), false).operations()).isEmpty();
    }

    private static int spread(Affinities found, Set<String> members) {
        int[] places =
                members.stream().mapToInt(found.operations()::indexOf).sorted().toArray();
        return places[places.length - 1] - places[0];
    }

    private static Affinity between(Affinities found, String one, String other) {
        return found.between(found.operations().indexOf(one), found.operations().indexOf(other));
    }

    private static SortedMap<String, Series> series(double[] one, double[] other) {
        return new TreeMap<>(Map.of(
                "one", Series.of(START, Duration.ofMinutes(1), one),
                "other", Series.of(START, Duration.ofMinutes(1), other)));
    }

    /** By the definition. */
    private static double pearson(double[] one, double[] other) {
        double meanOne = DoubleStream.of(one).average().orElseThrow();
        double meanOther = DoubleStream.of(other).average().orElseThrow();
        double product = 0;
        double squaresOne = 0;
        double squaresOther = 0;
        for (int i = 0; i < one.length; i++) {
            product += (one[i] - meanOne) * (other[i] - meanOther);
            squaresOne += (one[i] - meanOne) * (one[i] - meanOne);
            squaresOther += (other[i] - meanOther) * (other[i] - meanOther);
        }
        return product / Math.sqrt(squaresOne * squaresOther);
    }
}
