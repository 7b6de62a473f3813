package io.tidemark.domain.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.baseline.Norm.Basis;
import io.tidemark.domain.percentile.Sketch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RhythmTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** Nine in the morning in Berlin, in summer. */
    private static final Instant MONDAY_AT_NINE = Instant.parse("2026-09-21T07:00:00Z");

    private final RhythmTally tally = new RhythmTally(RhythmPolicy.DEFAULT.in(BERLIN));

    @Test
    void at_isTheHourOfTheWeekWhereThreeWeeksHaveSeenEnough() {
        weeks(3, MONDAY_AT_NINE, 100, 5_000);

        Norm norm = tally.rhythm().at(MONDAY_AT_NINE.plusSeconds(1_800)).orElseThrow();

        assertThat(norm.basis()).isEqualTo(Basis.HOUR_OF_WEEK);
        assertThat(norm.period()).isEqualTo("Mondays 09:00–10:00 Europe/Berlin");
        assertThat(norm.samples()).isEqualTo(300);
        assertThat(norm.p99Micros()).isCloseTo(5_000, within(20.0));
    }

    @ParameterizedTest
    @CsvSource({"3, 99", "2, 500"})
    void at_isTheHourOfTheDayWhereTheHourOfTheWeekHasTooLittleHistory(int weeks, int timingsEach) {
        weeks(weeks, MONDAY_AT_NINE, timingsEach, 5_000);
        weeks(weeks, MONDAY_AT_NINE.plus(Duration.ofDays(1)), timingsEach, 6_000);

        Norm norm = tally.rhythm().at(MONDAY_AT_NINE).orElseThrow();

        assertThat(norm.basis()).isEqualTo(Basis.HOUR_OF_DAY);
        assertThat(norm.period()).isEqualTo("daily 09:00–10:00 Europe/Berlin");
        assertThat(norm.samples()).isEqualTo(2L * weeks * timingsEach);
        assertThat(norm.p99Micros()).isCloseTo(6_000, within(24.0));
    }

    @ParameterizedTest
    @CsvSource({"3, 99", "2, 500"})
    void at_isNothingWhereTheHourOfTheDayHasTooLittleHistoryToo(int weeks, int timingsEach) {
        weeks(weeks, MONDAY_AT_NINE, timingsEach, 5_000);

        assertThat(tally.rhythm().isEmpty()).isTrue();
        assertThat(tally.rhythm().at(MONDAY_AT_NINE)).isEmpty();
    }

    @Test
    void at_followsTheClocksOnTheWallOverTheEndOfSummerTime() {
        weeks(3, MONDAY_AT_NINE, 100, 5_000);
        Rhythm rhythm = tally.rhythm();

        assertThat(rhythm.at(Instant.parse("2026-10-19T07:00:00Z"))).isPresent();
        assertThat(rhythm.at(Instant.parse("2026-10-26T08:00:00Z"))).isPresent();
        assertThat(rhythm.at(Instant.parse("2026-10-26T07:00:00Z"))).isEmpty();
    }

    @Test
    void add_countsAnHourThatComesTwiceAsOneDay() {
        add(Instant.parse("2026-10-25T00:00:00Z"), 400, 5_000);
        add(Instant.parse("2026-10-25T01:00:00Z"), 400, 5_000);
        add(Instant.parse("2026-10-18T00:00:00Z"), 400, 5_000);

        assertThat(tally.rhythm().isEmpty()).isTrue();
    }

    @Test
    void at_anHourOnlyLeftOutOnce_isThatOfTheOtherWeeks() {
        weeks(4, Instant.parse("2026-03-29T01:00:00Z").minus(Duration.ofDays(7)), 100, 5_000);

        assertThat(tally.rhythm().at(Instant.parse("2026-04-05T00:00:00Z")))
                .get()
                .extracting(Norm::period)
                .isEqualTo("Sundays 02:00–03:00 Europe/Berlin");
    }

    @Test
    void weak_isWhatRestsOnFewerThanAHundred() {
        assertThat(new Norm(Basis.ALL, "at any time", 99, 1, 2, 3).isWeak()).isTrue();
        assertThat(new Norm(Basis.ALL, "at any time", 100, 1, 2, 3).isWeak()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"P6D", "P8D", "P7DT1H"})
    void policy_refusesALookbackThatIsNoWholeWeeks(Duration lookback) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RhythmPolicy(BERLIN, lookback, 300, 3))
                .withMessage("lookback %s must be one or more whole weeks", lookback);
    }

    /** In each of the weeks that end with this instant. */
    private void weeks(int weeks, Instant last, int timings, long micros) {
        for (int week = 0; week < weeks; week++) {
            add(last.minus(Duration.ofDays(7L * week)), timings, micros);
        }
    }

    private void add(Instant hour, int timings, long micros) {
        Sketch sketch = new Sketch();
        for (int i = 0; i < timings; i++) {
            sketch.add(micros);
        }
        tally.add(hour, sketch);
    }
}
