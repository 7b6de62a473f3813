package io.tidemark.domain.percentile;

import static io.tidemark.domain.percentile.Durations.sketchOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class SketchRestoreTest {
    private static final int AN_HOUR_OF_TEN_A_SECOND = 36_000;

    @ParameterizedTest
    @EnumSource
    void restore_givesBackTheSameSketch(Durations durations) {
        Sketch before = sketchOf(durations.sample(5_000));
        Sketch after = Sketch.restore(before.totals(), before.buckets());
        assertThat(after.totals()).isEqualTo(before.totals());
        assertThat(after.buckets()).isEqualTo(before.buckets());
        assertThat(after.distribution()).isEqualTo(before.distribution());
    }

    @Test
    void restore_givesBackASketchThatGoesOnCounting() {
        Sketch restored = Sketch.restore(sketchOf(500).totals(), sketchOf(500).buckets());
        restored.add(1);
        restored.add(1_000_000);
        assertThat(restored.buckets()).isEqualTo(sketchOf(500, 1, 1_000_000).buckets());
    }

    @Test
    void restore_keepsCountsBeyondTheRangeOfAnInt() {
        Sketch huge = sketchOf(1, 2);
        for (int doubling = 0; doubling < 40; doubling++) {
            huge.merge(huge);
        }
        Sketch restored = Sketch.restore(huge.totals(), huge.buckets());
        assertThat(restored.count()).isEqualTo(2L << 40);
        assertThat(restored.quantile(0.25)).isEqualTo(1);
    }

    @Test
    void restore_givesBackTheLongestValueThereIs() {
        Sketch longest = sketchOf(Long.MAX_VALUE);
        Sketch restored = Sketch.restore(longest.totals(), longest.buckets());
        assertThat(restored.quantile(0.5)).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void restore_refusesABucketOutsideOfMinimumAndMaximum() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Sketch.restore(sketchOf(100).totals(), sketchOf(101).buckets()))
                .withMessage("1 values in bucket 101, the totals say 1 in buckets 100 to 100");
    }

    @ParameterizedTest
    @CsvSource({"7 7, 1 1", "8 7, 1 1", "-1 7, 1 1", "7 8, 1 0", "7 8, 2 -1", "7 8, 2", "7, 1 1"})
    void of_refusesWhatNoSketchHas(String numbers, String counts) {
        assertThatIllegalArgumentException().isThrownBy(() -> buckets(numbers, counts));
    }

    @Test
    void restore_refusesCountsThatOverflow() {
        Buckets overflowing = buckets("7 8 9", "%d %d 5".formatted(Long.MAX_VALUE, Long.MAX_VALUE));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sketch.restore(sketchOf(7, 8, 9).totals(), overflowing));
    }

    @Test
    void restore_refusesBucketsOfAnotherSketch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sketch.restore(
                        sketchOf(7, 8, 9).totals(), sketchOf(7, 9).buckets()))
                .withMessage("the buckets hold 2 values, the totals say 3: they are not of one sketch");
    }

    /** What an hour's roll-up may cost; the widest shape there is takes some hundreds. */
    @Test
    void buckets_ofAnHourStayFew() {
        assertThat(bucketsOfAnHour(Durations.TWO_MODES)).isLessThan(256);
        assertThat(bucketsOfAnHour(Durations.LOG_NORMAL)).isLessThan(2_048);
    }

    private static int bucketsOfAnHour(Durations durations) {
        return sketchOf(durations.sample(AN_HOUR_OF_TEN_A_SECOND)).buckets().size();
    }

    private static Buckets buckets(String numbers, String counts) {
        String[] parsed = numbers.split(" ", -1);
        short[] shorts = new short[parsed.length];
        for (int i = 0; i < parsed.length; i++) {
            shorts[i] = Short.parseShort(parsed[i]);
        }
        return Buckets.of(
                shorts,
                Stream.of(counts.split(" ", -1)).mapToLong(Long::parseLong).toArray());
    }
}
