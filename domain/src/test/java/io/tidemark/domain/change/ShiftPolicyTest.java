package io.tidemark.domain.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.series.Series;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ShiftPolicyTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    /** Four weeks, with the end of summer time in the third. */
    private static final Instant START = Instant.parse("2026-10-05T00:00:00Z");

    private static final int HOURS = 4 * 7 * 24;
    private static final Instant SHIFT = START.plus(Duration.ofHours(500));

    private final ShiftPolicy policy = ShiftPolicy.standard(BERLIN);

    @Test
    void standing_isEmptyWhereOnlyTheRhythmGoesUpAndDown() {
        assertThat(policy.standing("commit", hours(at -> 1))).isEmpty();
    }

    @Test
    void standing_saysSinceWhenAndByHowMuch() {
        LevelShift shift = policy.standing("commit", hours(at -> at.isBefore(SHIFT) ? 1 : 1.6))
                .orElseThrow();

        assertThat(shift.operation()).isEqualTo("commit");
        assertThat(shift.since()).isEqualTo(SHIFT);
        assertThat(shift.percent()).isCloseTo(60, within(3.0));
        assertThat(shift.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(shift.figures().multiplier()).isCloseTo(1.6, within(0.03));
        assertThat(shift.pValue()).isLessThan(1e-4);
    }

    @ParameterizedTest
    @CsvSource({"1.25, INFO", "1.35, WARNING", "1.8, CRITICAL"})
    void severity_growsWithTheShift(double factor, Severity severity) {
        assertThat(policy.standing("commit", hours(at -> at.isBefore(SHIFT) ? 1 : factor)))
                .get()
                .extracting(LevelShift::severity)
                .isEqualTo(severity);
    }

    @Test
    void standing_isEmptyBelowTheMinimum() {
        assertThat(policy.standing("commit", hours(at -> at.isBefore(SHIFT) ? 1 : 1.12)))
                .isEmpty();
    }

    @Test
    void standing_isEmptyWhenItGotQuicker() {
        assertThat(policy.standing("commit", hours(at -> at.isBefore(SHIFT) ? 1 : 0.5)))
                .isEmpty();
    }

    @Test
    void standing_isEmptyOnceTheLevelIsDownAgain() {
        Instant back = SHIFT.plus(Duration.ofHours(60));

        assertThat(policy.standing("commit", hours(at -> at.isBefore(SHIFT) || !at.isBefore(back) ? 1 : 1.6)))
                .isEmpty();
    }

    @Test
    void standing_isEmptyUntilItHasLasted() {
        Instant lately = START.plus(Duration.ofHours(HOURS - 5));

        assertThat(policy.standing("commit", hours(at -> at.isBefore(lately) ? 1 : 1.6)))
                .isEmpty();
    }

    @Test
    void standing_seesARamp() {
        Series ramp = hours(at -> at.isBefore(SHIFT)
                ? 1
                : 1 + 0.8 * Math.min(1, Duration.between(SHIFT, at).toHours() / 72.0));

        assertThat(policy.standing("commit", ramp))
                .get()
                .satisfies(shift -> assertThat(shift.since()).isBetween(SHIFT, SHIFT.plus(Duration.ofDays(3))));
    }

    @Test
    void standing_isEmptyWithoutValues() {
        assertThat(policy.standing("commit", Series.of(START, Duration.ofHours(1), new double[0])))
                .isEmpty();
        assertThat(policy.standing("commit", hours(at -> Double.NaN))).isEmpty();
    }

    @Test
    void standing_worksOnDays() {
        double[] days = new Random(3).doubles(60, 950, 1_050).toArray();
        for (int day = 45; day < days.length; day++) {
            days[day] *= 1.5;
        }

        assertThat(policy.standing("commit", Series.of(START, Duration.ofDays(1), days)))
                .get()
                .extracting(LevelShift::since)
                .isEqualTo(START.plus(Duration.ofDays(45)));
    }

    @Test
    void why_saysWhatWouldHaveKeptItQuiet() {
        LevelShift shift = policy.standing("commit", hours(at -> at.isBefore(SHIFT) ? 1 : 1.6))
                .orElseThrow();

        assertThat(shift.why(policy, List.of(1_000.0, 1_600.0)).text())
                .contains("the week until 2026-10-25T20:00:00Z")
                .contains("1.2");
    }

    @Test
    void policy_refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> new ShiftPolicy(ChangeSettings.DEFAULT, 0, 6, BERLIN))
                .hasMessage("slowdown 0.0 must be above 0, such as 0.2, and steps 6 at least 1");
    }

    private static Series hours(ToDoubleFunction<Instant> factor) {
        Random random = new Random(7);
        double[] values = new double[HOURS];
        for (int hour = 0; hour < HOURS; hour++) {
            Instant at = START.plus(Duration.ofHours(hour));
            double noise = Math.exp(0.05 * random.nextGaussian());
            values[hour] = hour % 50 == 20 ? Double.NaN : 1_000 * rhythm(at) * noise * factor.applyAsDouble(at);
        }
        return Series.of(START, Duration.ofHours(1), values);
    }

    private static double rhythm(Instant at) {
        ZonedDateTime local = at.atZone(BERLIN);
        double day = 1 + 0.3 * Math.sin(local.getHour() * Math.PI / 12);
        return local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? day : 0.75 * day;
    }
}
