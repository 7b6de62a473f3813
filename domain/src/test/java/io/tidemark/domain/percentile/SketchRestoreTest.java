package io.tidemark.domain.percentile;

import static io.tidemark.domain.percentile.Durations.SEED;
import static io.tidemark.domain.percentile.Durations.sketchOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SketchRestoreTest {
    private static final int AN_HOUR_OF_TEN_A_SECOND = 36_000;

    private final Sketch sketch = sketchOf(Durations.LOG_NORMAL.sample(1_000));

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
    void restore_refusesBytesCutOffAnywhere() {
        byte[] bytes = sketch.buckets();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatIllegalArgumentException()
                    .as("cut off after %d bytes", length)
                    .isThrownBy(() -> Sketch.restore(sketch.totals(), cut));
        }
    }

    @Test
    void restore_refusesAForeignFormat() {
        byte[] bytes = sketch.buckets();
        bytes[0] = 2;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sketch.restore(sketch.totals(), bytes))
                .withMessage("these %d bytes are no sketch of format 1", bytes.length);
    }

    @Test
    void restore_answersAnyDamageWithOneKindOfError() {
        Random random = new Random(SEED);
        for (int run = 0; run < 2_000; run++) {
            byte[] bytes = sketch.buckets();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            assertThatCode(() -> restoreOrRefuse(bytes))
                    .as("run %d, seed %d", run, SEED)
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void restore_refusesABucketOutsideOfMinimumAndMaximum() {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Sketch.restore(sketchOf(100).totals(), sketchOf(101).buckets()))
                .withMessage("1 values in bucket 101, the totals say 1 in buckets 100 to 100");
    }

    @Test
    void restore_refusesANumberLongerThanALong() {
        byte[] bytes = new byte[20];
        Arrays.fill(bytes, (byte) 0xFF);
        bytes[0] = 1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sketch.restore(sketch.totals(), bytes))
                .withMessageStartingWith("the sketch is damaged or cut off at byte");
    }

    @Test
    void restore_refusesBucketsOfAnotherSketch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sketch.restore(
                        sketchOf(7, 8, 9).totals(), sketchOf(7, 9).buckets()))
                .withMessage("the buckets hold 2 values, the totals say 3: they are not of one sketch");
    }

    /** Half a kilobyte or so is what an hour's roll-up may cost; the widest shape there is may take a few. */
    @Test
    void buckets_ofAnHourStaySmall() {
        assertThat(sketchOf(Durations.TWO_MODES.sample(AN_HOUR_OF_TEN_A_SECOND)).buckets())
                .hasSizeLessThan(512);
        assertThat(sketchOf(Durations.LOG_NORMAL.sample(AN_HOUR_OF_TEN_A_SECOND))
                        .buckets())
                .hasSizeLessThan(4_096);
    }

    private void restoreOrRefuse(byte[] bytes) {
        try {
            assertThat(Sketch.restore(sketch.totals(), bytes).totals()).isEqualTo(sketch.totals());
        } catch (IllegalArgumentException refused) {
            assertThat(refused).message().isNotBlank();
        }
    }
}
