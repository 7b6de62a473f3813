package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.minute;
import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.series.Series;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link SeriesReader}. */
public abstract class SeriesReaderContract extends PortContract {
    private static final TimeRange TEN_MINUTES = new TimeRange(minute(0), minute(10));

    @Test
    void means_isEmptyWithoutTimings() {
        assertThat(means(TEN_MINUTES, 1)).isEmpty();
    }

    @Test
    void means_isInAlphabeticalOrder() {
        record(timing("rollback", 1, minute(0)), timing("commit", 1, minute(0)), timing("merge", 1, minute(0)));

        assertThat(means(TEN_MINUTES, 5).keySet()).containsExactly("commit", "merge", "rollback");
    }

    @Test
    void means_hasTheMeanOfEachStepAndNothingForStepsWithoutTimings() {
        record(
                timing("commit", 100, minute(1)),
                timing("commit", 201, minute(1).plusSeconds(59)),
                timing("commit", 7, minute(4)));

        assertThat(means(new TimeRange(minute(0), minute(5)), 1))
                .containsEntry("commit", series(minute(0), 1, Double.NaN, 150.5, Double.NaN, Double.NaN, 7));
    }

    @Test
    void means_weighsEachTimingAlikeWhateverMinuteItIsIn() {
        record(timing("commit", 100, minute(0)), timing("commit", 100, minute(0)), timing("commit", 400, minute(1)));

        assertThat(means(TEN_MINUTES, 10)).containsEntry("commit", series(minute(0), 10, 200));
    }

    @Test
    void means_takesTimingsOfAllBranchesAndThoseWithoutOne() {
        Context ada = Context.of("ada");
        record(
                timing("commit", 10, minute(0), ada.onBranch("main")),
                timing("commit", 20, minute(0), ada.onBranch("dev")),
                timing("commit", 60, minute(0), ada));

        assertThat(means(TEN_MINUTES, 10)).containsEntry("commit", series(minute(0), 10, 30));
    }

    @Test
    void means_addsUpWhatWasAppendedInSeveralBatches() {
        record(timing("commit", 10, minute(0)));
        record(timing("commit", 30, minute(0)));
        storage.upkeep().fold();
        record(timing("commit", 80, minute(0)));

        assertThat(means(TEN_MINUTES, 10)).containsEntry("commit", series(minute(0), 10, 40));
    }

    @Test
    void means_alignsAllSeries() {
        record(timing("commit", 1, minute(2)), timing("merge", 1, minute(6)));

        Collection<Series> series =
                means(new TimeRange(minute(1), minute(9)), 1).values();
        assertThat(series).extracting(Series::start).containsOnly(minute(1));
        assertThat(series).extracting(Series::size).containsOnly(8);
    }

    @Test
    void means_startsStepsAtMultiplesOfTheirLengthSince1970() {
        record(timing("commit", 1, minute(6)));

        long minutesSince1970 = minute(6).getEpochSecond() / 60;
        Instant sevensBegin = Instant.ofEpochSecond((minutesSince1970 - minutesSince1970 % 7) * 60);
        Series sevens = means(TEN_MINUTES, 7).get("commit");
        assertThat(sevens.start()).isBeforeOrEqualTo(minute(0)).isAfter(minute(-7));
        assertThat(sevens.value(
                        (int) Duration.between(sevens.start(), sevensBegin).toMinutes() / 7))
                .isOne();
    }

    @Test
    void means_leavesOutMinutesThatStartBeforeTheRangeOrWhereItEnds() {
        record(timing("commit", 1, minute(2)), timing("commit", 5, minute(3)), timing("commit", 9, minute(4)));

        assertThat(means(new TimeRange(minute(2).plusSeconds(1), minute(4)), 5))
                .containsEntry("commit", series(minute(0), 5, 5));
    }

    @Test
    void means_hasNothingForOperationsWithoutTimingsInTheRange() {
        record(timing("commit", 1, minute(0)), timing("merge", 1, minute(10)));

        assertThat(means(TEN_MINUTES, 5)).containsOnlyKeys("commit");
    }

    @Test
    void means_hasHoursOfDaysAgo() {
        Instant hour = RECENTLY.minus(Duration.ofDays(5)).truncatedTo(ChronoUnit.HOURS);
        record(timing("commit", 100, hour), timing("commit", 300, hour.plusSeconds(3_599)));
        storage.upkeep().fold();

        assertThat(means(new TimeRange(hour, hour.plus(Duration.ofHours(2))), 60))
                .containsEntry("commit", series(hour, 60, 200, Double.NaN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1M30S", "PT0.5S", "PT0S", "PT-5M"})
    void means_refusesStepsThatAreNotWholePositiveMinutes(Duration step) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> storage.series().means(TEN_MINUTES, step))
                .withMessage("step %s must be a whole positive number of minutes", step);
    }

    @Test
    void means_refusesMoreStepsThanItCanHold() {
        TimeRange tenYears = TimeRange.endingAt(RECENTLY, Duration.ofDays(3_650));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> means(tenYears, 1))
                .withMessageContaining("at most 1000000");
    }

    private void record(Timing... timings) {
        storage.timings().append(List.of(timings));
    }

    private SortedMap<String, Series> means(TimeRange range, int stepMinutes) {
        return storage.series().means(range, Duration.ofMinutes(stepMinutes));
    }

    private static Series series(Instant start, int stepMinutes, double... values) {
        return Series.of(start, Duration.ofMinutes(stepMinutes), values);
    }
}
