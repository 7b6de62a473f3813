package io.tidemark.domain.anomaly;

import static io.tidemark.domain.anomaly.AnomalyFixture.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.percentile.Sketch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SurpriseTest {
    private static final int HOURS = 24;
    private static final int AN_HOUR = 60;

    /** 1 − (1 − Φ(−z))ⁿ: a score of 3 among 24 timings happens in 3.2 of 100 windows, among 100 in 12.6. */
    @ParameterizedTest
    @CsvSource({"3, 24, true", "3, 100, false", "4, 1_000, true", "4, 10_000, false", "6, 1_000_000, true"})
    void outlier_isWhatOneWindowInTwentyHas(double score, String samples, boolean outlier) {
        assertThat(Surprise.isOutlier(score, Long.parseLong(samples.replace("_", ""))))
                .isEqualTo(outlier);
    }

    @Test
    void three_withinAnHourRepeat() {
        assertThat(repeats(day(new Random(1), 0.3), 600_000, 10, 15, 69)).isTrue();
    }

    @Test
    void two_withinAnHourDoNot() {
        assertThat(repeats(day(new Random(1), 0.3), 600_000, 10, 15)).isFalse();
    }

    @Test
    void three_ofADayDoNot() {
        assertThat(repeats(day(new Random(1), 0.3), 600_000, 10, 75, 500)).isFalse();
    }

    @Test
    void three_atTheBorderOfTwoHoursOfTheClockDo() {
        assertThat(repeats(day(new Random(1), 0.3), 600_000, 55, 62, 65)).isTrue();
    }

    /** Whoever has a slow one every twenty minutes has them by nature. */
    @Test
    void everyHour_hasItsOwnIsNoRepetition() {
        List<Measured> day = day(new Random(1), 0.3);
        int[] minutes = new int[HOURS * 3];
        for (int i = 0; i < minutes.length; i++) {
            minutes[i] = 20 * i;
        }

        assertThat(repeats(day, 600_000, minutes)).isFalse();
    }

    @ParameterizedTest(name = "{0} timings an hour")
    @ValueSource(ints = {20, 100, 1_000})
    void quietDays_doNotRepeat(int anHour) {
        Random random = new Random(anHour);
        for (int run = 0; run < 20; run++) {
            List<Measured> day = new ArrayList<>();
            for (long micros : AnomalyFixture.logNormal(random, HOURS * anHour, 0.4)) {
                day.add(new Measured(day.size(), micros, START.plusSeconds(random.nextInt(HOURS * 3_600))));
            }
            assertThat(Surprise.repeats(slow(day), byHour(day)))
                    .as("run %d", run)
                    .isFalse();
        }
    }

    private static boolean repeats(List<Measured> day, long micros, int... minutes) {
        for (int minute : minutes) {
            day.set(minute, new Measured(minute, micros, START.plus(Duration.ofMinutes(minute))));
        }
        return Surprise.repeats(slow(day), byHour(day));
    }

    private static List<Measured> day(Random random, double sigma) {
        return AnomalyFixture.everyMinute(AnomalyFixture.logNormal(random, HOURS * AN_HOUR, sigma));
    }

    private static List<Anomaly> slow(List<Measured> timings) {
        return AnomalyRule.DEFAULT.judgeAll(timings).stream()
                .filter(Anomaly::isSlow)
                .limit(50)
                .toList();
    }

    private static NavigableMap<Instant, Sketch> byHour(List<Measured> timings) {
        NavigableMap<Instant, Sketch> hours = new TreeMap<>();
        for (Measured timing : timings) {
            long second = timing.start().getEpochSecond();
            hours.computeIfAbsent(Instant.ofEpochSecond(second - second % 3_600), hour -> new Sketch())
                    .add(timing.durationMicros());
        }
        return hours;
    }
}
