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

final class PackedBucketsTest {
    private static final int AN_HOUR_OF_TEN_A_SECOND = 36_000;

    private final byte[] packed =
            sketchOf(Durations.LOG_NORMAL.sample(1_000)).buckets().packed();

    @ParameterizedTest
    @EnumSource
    void unpack_givesBackTheSameBuckets(Durations durations) {
        Buckets buckets = sketchOf(durations.sample(5_000)).buckets();

        assertThat(Buckets.unpack(buckets.packed())).isEqualTo(buckets);
    }

    @Test
    void unpack_givesBackNoBuckets() {
        assertThat(Buckets.unpack(new Sketch().buckets().packed()).size()).isZero();
    }

    @Test
    void unpack_keepsCountsBeyondTheRangeOfAnInt() {
        Buckets buckets = Buckets.of(new short[] {7_000}, new long[] {Long.MAX_VALUE});

        assertThat(Buckets.unpack(buckets.packed())).isEqualTo(buckets);
    }

    @Test
    void unpack_refusesAForeignFormat() {
        packed[0] = 2;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Buckets.unpack(packed))
                .withMessage("these %d bytes are no sketch of format 1", packed.length);
    }

    @Test
    void unpack_refusesANumberLongerThanALong() {
        byte[] bytes = new byte[20];
        Arrays.fill(bytes, (byte) 0xFF);
        bytes[0] = 1;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Buckets.unpack(bytes))
                .withMessageStartingWith("the sketch is damaged or cut off at byte");
    }

    @Test
    void unpack_answersAnyDamageWithOneKindOfError() {
        Random random = new Random(SEED);
        for (int run = 0; run < 2_000; run++) {
            byte[] bytes = packed.clone();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            byte[] damaged = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            assertThatCode(() -> unpackOrRefuse(damaged))
                    .as("run %d, seed %d", run, SEED)
                    .doesNotThrowAnyException();
        }
    }

    /** Half a kilobyte or so is what an hour's roll-up may cost; the widest shape there is may take a few. */
    @Test
    void packed_bucketsOfAnHourStaySmall() {
        assertThat(sketchOf(Durations.TWO_MODES.sample(AN_HOUR_OF_TEN_A_SECOND))
                        .buckets()
                        .packed())
                .hasSizeLessThan(512);
        assertThat(sketchOf(Durations.LOG_NORMAL.sample(AN_HOUR_OF_TEN_A_SECOND))
                        .buckets()
                        .packed())
                .hasSizeLessThan(4_096);
    }

    private static void unpackOrRefuse(byte[] bytes) {
        try {
            assertThat(Buckets.unpack(bytes).size()).isNotNegative();
        } catch (IllegalArgumentException refused) {
            assertThat(refused).message().isNotBlank();
        }
    }
}
