package io.tidemark.domain.backtest;

import static io.tidemark.domain.backtest.ReachedFixture.after;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class QuietSettingTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final int WEEK_IN_MINUTES = 7 * 24 * 60;
    private static final TimeRange TWO_WEEKS = new TimeRange(NOON, NOON.plus(Duration.ofDays(14)));

    @Test
    void find_inAQuietPast_isTheLoudestSetting() {
        assertThat(find(Rule.THRESHOLD, List.of(), 0)).hasValue(1);
        assertThat(find(Rule.ROBUST, List.of(after(0, 0.5)), 0)).hasValue(1);
    }

    @ParameterizedTest
    @CsvSource({"0, 9.34", "1, 5", "2, 3", "3, 1"})
    void find_isJustAboveTheFirstThatIsTooMuch(int mostAWeek, double setting) {
        List<Reached> threeDaysOfOneWeek = List.of(after(0, 3), after(2_000, 5), after(4_000, 9.333));

        assertThat(find(Rule.THRESHOLD, threeDaysOfOneWeek, mostAWeek)).hasValue(setting);
    }

    @Test
    void find_ofARuleThatFiresAtItsSetting_isAboveTheScore() {
        assertThat(find(Rule.ROBUST, List.of(after(0, 5)), 0)).hasValue(5.01);
    }

    @Test
    void find_countsEachWeekByItself() {
        List<Reached> oneInEach = List.of(after(0, 3), after(WEEK_IN_MINUTES, 5));

        assertThat(find(Rule.THRESHOLD, oneInEach, 1)).hasValue(1);
    }

    @Test
    void find_isEmptyWhenEvenTheQuietestSettingIsTooLoud() {
        assertThat(find(Rule.THRESHOLD, List.of(after(0, 1_200)), 0)).isEmpty();
        assertThat(find(Rule.STREAM, List.of(after(0, 0.995)), 0)).isEmpty();
    }

    /** The episode of three hours falls into two when its middle does not fire any more. */
    @Test
    void find_knowsThatAHigherSettingMayFireMoreOften() {
        List<Reached> withAHollow = List.of(after(0, 6), after(50, 4), after(100, 6));

        assertThat(Episode.of(Rule.THRESHOLD, 3, withAHollow, HOUR)).hasSize(1);
        assertThat(Episode.of(Rule.THRESHOLD, 5, withAHollow, HOUR)).hasSize(2);
        assertThat(find(Rule.THRESHOLD, withAHollow, 1)).hasValue(6);
    }

    @ParameterizedTest
    @EnumSource
    void find_holdsWithEverySettingFromThereOn(Rule rule) {
        Random random = new Random(20_261_121);
        for (int run = 0; run < 50; run++) {
            List<Reached> past = new ArrayList<>();
            for (int minute = 0; minute < 2 * WEEK_IN_MINUTES; minute += 1 + random.nextInt(60)) {
                past.add(after(minute, rule.least() * (0.5 + 3 * random.nextDouble() * random.nextDouble())));
            }
            int most = random.nextInt(12);
            OptionalDouble found = find(rule, past, most);

            assertThat(found).isPresent();
            for (double setting = found.getAsDouble(); setting < 4 * rule.least(); setting += 0.05 * rule.least()) {
                assertThat(mostInAWeek(rule, setting, past)).isLessThanOrEqualTo(most);
            }
            if (found.getAsDouble() > rule.least()) {
                assertThat(mostInAWeek(rule, found.getAsDouble() - 0.01 - 1e-9, past))
                        .as("%s at %s, most %d", rule, found, most)
                        .isGreaterThan(most);
            }
        }
    }

    @Test
    void find_refusesToBeQuieterThanSilence() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> find(Rule.THRESHOLD, List.of(), -1))
                .withMessage("mostAWeek -1 must not be negative");
    }

    private static int mostInAWeek(Rule rule, double setting, List<Reached> past) {
        return QuietSetting.mostInAWeek(Episode.of(rule, setting, past, HOUR), TWO_WEEKS);
    }

    private static OptionalDouble find(Rule rule, List<Reached> past, int mostAWeek) {
        return QuietSetting.find(rule, past, TWO_WEEKS, HOUR, mostAWeek);
    }
}
