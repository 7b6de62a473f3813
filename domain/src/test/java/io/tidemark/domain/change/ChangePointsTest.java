package io.tidemark.domain.change;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import io.tidemark.domain.series.Series;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChangePointsTest {
    private static final ChangeSettings SURE = new ChangeSettings(30, 0.001, 0.05);
    private static final ChangeSettings LARGE = new ChangeSettings(30, 0.001, 0.2);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.01|0.05|15 71",
                "0.05|0.05|15 71",
                "0.01|0.0|15 26 61 71 95 117 131 142 148 165 169 192 212 260",
                "0.0001|0.0|71 95 117 131 142 148 192 212",
                "0.2|0.0|3 6 7 10 11 13 15 16 28 29 35 37 39 41 44 48 49 56 58 61 65 66 69 71 74 76 82 95 108 117 125"
                        + " 126 129 131 136 137 142 148 165 169 187 190 192 197 200 212 220 241 243 246 247 249 250 260"
                        + " 265 266 268 278 282 288 305 306 325 330 337 338 340 347 349 363"
            })
    void of_findsWhatOtavaFindsInARealSeries(double maxP, double minMagnitude, String indexes) {
        ChangeSettings settings = new ChangeSettings(30, maxP, minMagnitude);

        assertThat(ChangePoints.of(tigerbeetle(), settings).stream()
                        .map(point -> Integer.toString(point.index()))
                        .collect(joining(" ")))
                .isEqualTo(indexes);
    }

    @Test
    void of_saysHowMuchAndHowSure() {
        double[] values = {10, 11, 9, 10, 10, 20, 21, 19, 20, 20};

        assertThat(ChangePoints.of(values, SURE)).singleElement().satisfies(point -> {
            assertThat(point.index()).isEqualTo(5);
            assertThat(point.before()).isEqualTo(new Level(10, Math.sqrt(0.4), 5));
            assertThat(point.after()).isEqualTo(new Level(20, Math.sqrt(0.4), 5));
            assertThat(point.relativeChange()).isEqualTo(1);
            assertThat(point.magnitude()).isEqualTo(1);
            // t = 10 ÷ √(0.4 · 2 ÷ 5) = 25 with 8 degrees of freedom.
            // √8.
            assertThat(point.pValue()).isCloseTo(7.0115e-9, withinPercentage(0.01));
        });
    }

    @Test
    void of_findsAShiftAnywhere() {
        for (int shift = 3; shift <= 97; shift++) {
            double[] values = noise(100, 4);
            for (int i = shift; i < values.length; i++) {
                values[i] += 50;
            }
            assertThat(ChangePoints.of(values, LARGE))
                    .extracting(ChangePoint::index)
                    .containsExactly(shift);
        }
    }

    @Test
    void of_findsNothingWhereNothingChanges() {
        double[] constant = new double[100];
        Arrays.fill(constant, 0.1);

        assertThat(ChangePoints.of(constant, new ChangeSettings(30, 1, 0))).isEmpty();
        assertThat(ChangePoints.of(noise(1_000, 4), SURE)).isEmpty();
    }

    @Test
    void of_findsNothingInLessThanTwoValues() {
        assertThat(ChangePoints.of(new double[0], SURE)).isEmpty();
        assertThat(ChangePoints.of(new double[] {1}, SURE)).isEmpty();
        assertThat(ChangePoints.of(new double[] {1, 2}, SURE)).isEmpty();
    }

    @Test
    void of_isSureOfAStepWithoutNoise() {
        assertThat(ChangePoints.of(new double[] {5, 5, 5, 7, 7, 7}, SURE))
                .singleElement()
                .satisfies(point -> {
                    assertThat(point.index()).isEqualTo(3);
                    assertThat(point.pValue()).isZero();
                });
    }

    @Test
    void of_doesNotDependOnTheUnit() {
        double[] values = tigerbeetle();
        List<Integer> indexes = indexes(values);

        assertThat(indexes(scaled(values, 0x1p1000))).isEqualTo(indexes);
        assertThat(indexes(scaled(values, 0x1p-1000))).isEqualTo(indexes);
        assertThat(ChangePoints.of(scaled(values, 0x1p1000), SURE))
                .allSatisfy(point -> assertThat(point.before().mean()).isFinite());
    }

    @Test
    void of_refusesWhatIsNoNumber() {
        assertThatThrownBy(() -> ChangePoints.of(new double[] {1, Double.NaN}, SURE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("value 1 is NaN: leave out what is no finite number");
        assertThatThrownBy(() -> ChangePoints.of(new double[] {Double.NEGATIVE_INFINITY}, SURE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void of_leavesOutStepsOfASeriesWithoutAValue() {
        double none = Double.NaN;
        double[] values = {none, 10, 11, none, 9, 10, 10, none, none, 20, 21, 19, 20, none, 20};
        Series series = Series.of(Instant.EPOCH, Duration.ofHours(1), values);

        assertThat(ChangePoints.of(series, SURE)).singleElement().satisfies(point -> {
            assertThat(point.index()).isEqualTo(9);
            assertThat(point.before().samples()).isEqualTo(5);
            assertThat(point.after().mean()).isEqualTo(20);
        });
    }

    @Test
    void settings_refuseWhatMakesNoSense() {
        assertThatThrownBy(() -> new ChangeSettings(1, 0.01, 0.05)).hasMessage("window 1 must be at least 2 values");
        assertThatThrownBy(() -> new ChangeSettings(30, 0, 0.05))
                .hasMessage("max-p 0.0 must be above 0 and at most 1, such as 0.01");
        assertThatThrownBy(() -> new ChangeSettings(30, Double.NaN, 0.05)).hasMessageContaining("max-p NaN");
        assertThatThrownBy(() -> new ChangeSettings(30, 0.01, -1))
                .hasMessage("min-magnitude -1.0 must be 0 or more, such as 0.05 for 5 %");
    }

    private static List<Integer> indexes(double[] values) {
        return ChangePoints.of(values, SURE).stream().map(ChangePoint::index).toList();
    }

    private static double[] scaled(double[] values, double factor) {
        return Arrays.stream(values).map(value -> value * factor).toArray();
    }

    private static double[] noise(int size, long seed) {
        Random random = new Random(seed);
        return random.doubles(size, 95, 105).toArray();
    }

    private static double[] tigerbeetle() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ChangePointsTest.class.getResourceAsStream("tigerbeetle.txt"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
