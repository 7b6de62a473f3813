package io.tidemark.domain.correlation;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.series.Series;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrelationsTest {
    private static final int DAY = 1_440;
    private static final Instant START = Instant.parse("2026-03-10T00:00:00Z");
    private static final Set<String> TROUBLED = Set.of("operation 02", "operation 07", "operation 11", "operation 23");

    /** What comes of 33 operations that follow one load, with 14 days of history or none. */
    @ParameterizedTest(name = "seed {0}, {1} days of history")
    @CsvSource({"1, 14", "2, 14", "3, 14", "4, 0", "5, 0", "6, 0"})
    void of_findsNothingInACommonDailyLoad(long seed, int daysOfHistory) {
        Correlations found = judge(new WorkloadFixture(seed, 33, daysOfHistory));

        assertThat(found.tested()).isEqualTo(new Tested(528, 0, 0));
        assertThat(found.links()).isEmpty();
        assertThat(found.groups()).isEmpty();
    }

    /** The counterpart of the test above: without it, that one would pass when nothing was ever found. */
    @Test
    void of_overstatesWhenTheLoadIsLeftIn() {
        WorkloadFixture workload = new WorkloadFixture(1, 33, 14);

        Correlations raw = Correlations.of(workload.minutes(), workload.hours(), CorrelationSettings.DEFAULT.raw(true));

        assertThat(raw.links()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest(name = "seed {0}, {1} days of history, {2} minutes, {3} times as long")
    @CsvSource({"1, 14, 60, 2", "2, 14, 120, 1.5", "3, 14, 300, 1.6", "4, 0, 60, 2.5", "5, 0, 120, 2", "6, 14, 30, 3"})
    void of_findsWhatDegradesTogether(long seed, int daysOfHistory, int minutes, double factor) {
        WorkloadFixture workload = new WorkloadFixture(seed, 33, daysOfHistory);

        Correlations found = judge(workload.trouble(TROUBLED, DAY - minutes, DAY, factor));

        assertThat(found.groups()).hasSize(1);
        assertThat(found.groups().get(0).members()).containsExactlyInAnyOrderElementsOf(TROUBLED);
        assertThat(found.links()).allMatch(found::bothDegrading);
    }

    @Test
    void of_tellsTwoTroublesApart() {
        Set<String> others = Set.of("operation 01", "operation 05", "operation 30");
        WorkloadFixture workload = new WorkloadFixture(7, 33, 14)
                .trouble(TROUBLED, DAY - 300, DAY, 2)
                .trouble(others, DAY - 90, DAY, 2.5);

        assertThat(judge(workload).groups())
                .extracting(group -> Set.copyOf(group.members()))
                .containsExactly(TROUBLED, others);
    }

    @Test
    void of_linksWhatWasTroubledEarlierAndGroupsOnlyWhatStillIs() {
        WorkloadFixture workload = new WorkloadFixture(8, 33, 14).trouble(TROUBLED, 300, 420, 2);

        Correlations found = judge(workload);

        assertThat(found.links().stream()
                        .flatMap(link -> Set.of(link.one(), link.other()).stream())
                        .collect(toSet()))
                .isEqualTo(TROUBLED);
        assertThat(found.links()).noneMatch(found::bothDegrading);
        assertThat(found.groups()).isEmpty();
    }

    @Test
    void of_saysHowFarTheWorstIsAboveItsNormal() {
        WorkloadFixture workload = new WorkloadFixture(9, 33, 14).trouble(TROUBLED, DAY - 120, DAY, 2);

        Correlations found = judge(workload);
        Group group = found.groups().get(0);
        Standing worst = found.standing(group.worst());

        // The factor is 2 to the power of 0.8 to 1.2, which is 1.7 to 2.3.
        assertThat(worst.factor()).isBetween(1.6, 2.5);
        assertThat(worst.recentMicros() / worst.normal().micros()).isEqualTo(worst.factor());
        assertThat(worst.recent()).hasSize(60);
        assertThat(group.severity(worst)).isEqualTo(Severity.CRITICAL);
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 30, 90})
    void of_trustsLittleOverlapLess(int minutes) {
        double[] wave = wave(minutes);
        SortedMap<String, Series> series = new TreeMap<>(Map.of("a", series(wave), "b", series(wave)));

        Correlations found = Correlations.of(series, Map.of(), CorrelationSettings.DEFAULT.raw(true));

        if (minutes < Pearson.FEWEST_STEPS) {
            assertThat(found.links()).isEmpty();
            assertThat(found.tested()).isEqualTo(new Tested(1, 1, 0));
        } else {
            assertThat(found.links()).hasSize(1);
            assertThat(found.links().get(0).confidence()).isCloseTo(Math.min(1, minutes / 60.0), within(1e-9));
            assertThat(found.links().get(0).minutes()).isEqualTo(minutes);
        }
    }

    @Test
    void of_countsPairsOfWhichOneNeverChanges() {
        double[] always = new double[DAY];
        Arrays.fill(always, 1_000);
        SortedMap<String, Series> series = new TreeMap<>(Map.of("a", series(always), "b", series(wave(DAY))));

        assertThat(judge(series).tested()).isEqualTo(new Tested(1, 0, 1));
    }

    @Test
    void of_findsNothingWithoutOperations() {
        assertThat(judge(new TreeMap<>()).tested()).isEqualTo(new Tested(0, 0, 0));
    }

    @Test
    void of_refusesHistoryThatIsNotByTheHour() {
        SortedMap<String, Series> series = new TreeMap<>(Map.of("a", series(wave(DAY))));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Correlations.of(series, series, CorrelationSettings.DEFAULT))
                .withMessage("history in steps of PT1M must be by the hour");
    }

    private static Correlations judge(WorkloadFixture workload) {
        return Correlations.of(workload.minutes(), workload.hours(), CorrelationSettings.DEFAULT);
    }

    private static Correlations judge(SortedMap<String, Series> series) {
        return Correlations.of(series, Map.of(), CorrelationSettings.DEFAULT);
    }

    private static double[] wave(int minutes) {
        return IntStream.range(0, DAY)
                .mapToDouble(i -> i < minutes ? 1_000 + i % 7 : Double.NaN)
                .toArray();
    }

    private static Series series(double[] values) {
        return Series.of(START, Duration.ofMinutes(1), values);
    }
}
