package io.tidemark.domain.percentile;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.timing.Timing;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class LogLinearScaleTest {
    private static final long SEED = 128;

    @Test
    void bucketOf_neverFallsAndLeavesNoGap() {
        int previous = 0;
        for (long value = 1; value < 1 << 16; value++) {
            int bucket = LogLinearScale.bucketOf(value);
            assertThat(bucket).as("value %d", value).isBetween(previous, previous + 1);
            previous = bucket;
        }
    }

    @Test
    void bucketOf_neverFallsAroundAnyPowerOfTwo() {
        for (int power = 1; power < 63; power++) {
            long value = 1L << power;
            assertThat(LogLinearScale.bucketOf(value))
                    .as("2^%d", power)
                    .isEqualTo(LogLinearScale.bucketOf(value - 1) + 1)
                    .isLessThanOrEqualTo(LogLinearScale.bucketOf(value + 1));
        }
    }

    @Test
    void middleOf_isTheValueItselfBelow256() {
        for (long value = 1; value < 256; value++) {
            assertThat(LogLinearScale.middleOf(LogLinearScale.bucketOf(value))).isEqualTo((double) value);
        }
    }

    @Test
    void middleOf_isWithinOneIn256OfEveryValueOfItsBucket() {
        Random random = new Random(SEED);
        for (int run = 0; run < 20_000; run++) {
            long value = random.nextLong(1, Timing.MAX_MICROS + 1) >>> random.nextInt(44);
            if (value > 0) {
                assertThat(Math.abs(LogLinearScale.middleOf(LogLinearScale.bucketOf(value)) - value))
                        .as("value %d, seed %d", value, SEED)
                        .isLessThanOrEqualTo(value / 256.0);
            }
        }
    }

    @Test
    void middleOf_liesInItsOwnBucketUpToTheLargestLong() {
        for (int bucket = 1; bucket <= LogLinearScale.bucketOf(Long.MAX_VALUE); bucket++) {
            assertThat(LogLinearScale.bucketOf((long) LogLinearScale.middleOf(bucket)))
                    .isEqualTo(bucket);
        }
    }
}
