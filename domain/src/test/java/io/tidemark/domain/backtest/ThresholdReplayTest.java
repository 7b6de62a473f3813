package io.tidemark.domain.backtest;

import static io.tidemark.domain.baseline.BaselineFixture.COMMITS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.RhythmPolicy;
import io.tidemark.domain.percentile.Sketch;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ThresholdReplayTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Instant MONDAY = Instant.parse("2026-10-05T00:00:00Z");

    private final SortedMap<Instant, Sketch> hours = new TreeMap<>();
    private final ThresholdReplay replay = new ThresholdReplay(COMMITS, BaselinePolicy.DEFAULT, null, hours);

    @Test
    void reached_isHeldAgainstTheDaysBefore_andNothingLater() {
        put(MONDAY, 24, 1_000);
        put(MONDAY.plus(Duration.ofDays(1)).plus(Duration.ofHours(2)), 24, 50_000);

        Reached reached = at(MONDAY.plus(Duration.ofHours(30)), 4_000).orElseThrow();

        assertThat(reached.score()).isCloseTo(4, within(0.02));
        assertThat(reached.micros()).isEqualTo(4_000);
        assertThat(reached.against()).isEqualTo("at any time");
    }

    @Test
    void reached_ofAnOperationSeenForTheFirstTime_isNothing() {
        put(MONDAY.plus(Duration.ofHours(3)), 24, 1_000);

        assertThat(at(MONDAY.plus(Duration.ofHours(5)), 99_000)).isEmpty();
        assertThat(at(MONDAY.plus(Duration.ofHours(30)), 99_000)).isPresent();
    }

    @Test
    void reached_withFewerTimingsThanABaselineTakes_isNothing() {
        hours.put(MONDAY, timings(9, 1_000));

        assertThat(at(MONDAY.plus(Duration.ofHours(30)), 99_000)).isEmpty();
    }

    @Test
    void reached_afterAWeekWithoutData_keepsTheBaselineBefore() {
        put(MONDAY, 24, 1_000);
        at(MONDAY.plus(Duration.ofDays(2)), 1_000);

        assertThat(at(MONDAY.plus(Duration.ofDays(12)), 4_000))
                .get()
                .extracting(Reached::score)
                .satisfies(score -> assertThat((double) score).isCloseTo(4, within(0.02)));
    }

    @Test
    void reached_withTheNightlyBaseline_followsALastingChange() {
        put(MONDAY, 48, 1_000);
        put(MONDAY.plus(Duration.ofDays(2)), 240, 3_000);

        assertThat(at(MONDAY.plus(Duration.ofDays(2)), 3_000))
                .get()
                .extracting(Reached::score)
                .satisfies(score -> assertThat((double) score).isCloseTo(3, within(0.02)));
        assertThat(at(MONDAY.plus(Duration.ofDays(10)), 3_000))
                .get()
                .extracting(Reached::score)
                .isEqualTo(0.0);
    }

    @Test
    void reached_whereClocksArePutBack_followsTheHourOnTheWall() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        ThresholdReplay inBerlin =
                new ThresholdReplay(COMMITS, BaselinePolicy.DEFAULT, RhythmPolicy.DEFAULT.in(berlin), hours);
        // Summer time: what runs at nine runs at seven in UTC.
        Instant nineInSummer = Instant.parse("2026-09-28T07:00:00Z");
        for (int day = 0; day < 27; day++) {
            hours.put(nineInSummer.plus(Duration.ofDays(day)), timings(100, 9_000));
            hours.put(nineInSummer.plus(Duration.ofDays(day)).plus(HOUR), timings(100, 1_000));
        }

        Instant nineInWinter = Instant.parse("2026-10-26T08:00:00Z");
        Reached atNine =
                inBerlin.reached(nineInWinter, MINUTE, timings(1, 9_000)).orElseThrow();
        Reached atTen = inBerlin.reached(nineInWinter.plus(HOUR), MINUTE, timings(1, 9_000))
                .orElseThrow();

        assertThat(atNine.against()).isEqualTo("Mondays 09:00–10:00 Europe/Berlin");
        assertThat(atNine.score()).isLessThan(1.01);
        assertThat(atTen.score()).isCloseTo(9, within(0.1));
    }

    @Test
    void reached_belowTheFloor_firesWithNoSetting() {
        put(MONDAY, 24, 5);

        assertThat(at(MONDAY.plus(Duration.ofHours(30)), 15))
                .get()
                .extracting(Reached::score)
                .isEqualTo(0.0);
        assertThat(at(MONDAY.plus(Duration.ofHours(31)), 16))
                .get()
                .extracting(Reached::score)
                .isEqualTo(3.2);
    }

    private Optional<Reached> at(Instant instant, long worstMicros) {
        return replay.reached(instant, MINUTE, timings(1, worstMicros));
    }

    private void put(Instant from, int number, long micros) {
        for (int hour = 0; hour < number; hour++) {
            hours.put(from.plus(HOUR.multipliedBy(hour)), timings(100, micros));
        }
    }

    private static Sketch timings(int number, long micros) {
        Sketch sketch = new Sketch();
        for (int i = 0; i < number; i++) {
            sketch.add(micros);
        }
        return sketch;
    }
}
