package io.tidemark.domain.percentile;

import static io.tidemark.domain.percentile.Durations.SEED;
import static io.tidemark.domain.percentile.Durations.sketchOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.timing.Timing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SketchMergeTest {
    @ParameterizedTest
    @EnumSource
    void merge_isTheSameAsAddingAllInAnyOrder(Durations durations) {
        long[] values = durations.sample(3_000);
        List<Sketch> parts = new ArrayList<>();
        for (int from = 0; from < values.length; from += 100) {
            parts.add(sketchOf(Arrays.copyOfRange(values, from, from + 100)));
        }
        Random random = new Random(SEED);
        for (int order = 0; order < 20; order++) {
            Collections.shuffle(parts, random);
            Sketch merged = new Sketch();
            parts.forEach(merged::merge);
            assertSame(merged, sketchOf(values), "%s, order %d, seed %d".formatted(durations, order, SEED));
        }
    }

    @Test
    void merge_ofFarApartValuesInEitherDirection() {
        assertSame(merged(sketchOf(1), sketchOf(Timing.MAX_MICROS)), sketchOf(1, Timing.MAX_MICROS), "upwards");
        assertSame(merged(sketchOf(Timing.MAX_MICROS), sketchOf(1)), sketchOf(1, Timing.MAX_MICROS), "downwards");
    }

    @Test
    void merge_ofAnEmptySketchChangesNothing() {
        assertSame(merged(sketchOf(5, 7), new Sketch()), sketchOf(5, 7), "with empty");
    }

    @Test
    void merge_intoAnEmptySketchIsACopy() {
        assertSame(merged(new Sketch(), sketchOf(5, 7)), sketchOf(5, 7), "into empty");
    }

    @Test
    void merge_ofTwoEmptySketchesIsEmpty() {
        assertThat(merged(new Sketch(), new Sketch()).isEmpty()).isTrue();
    }

    @Test
    void merge_withItselfDoublesEveryCount() {
        Sketch sketch = sketchOf(5, 7_000);
        sketch.merge(sketch);
        assertSame(sketch, sketchOf(5, 7_000, 5, 7_000), "with itself");
    }

    @Test
    void merge_leavesTheOtherAsItWas() {
        Sketch other = sketchOf(9);
        merged(sketchOf(1_000_000), other);
        assertSame(other, sketchOf(9), "the other");
    }

    @Test
    void merge_backAndForthDoesNotOutgrowTheValues() {
        Sketch one = sketchOf(40);
        Sketch other = sketchOf(90);
        for (int i = 0; i < 15; i++) {
            one.merge(other);
            other.merge(one);
        }
        assertThat(one.buckets().size()).isEqualTo(2);
        assertThat(one.quantile(0)).isEqualTo(40);
        assertThat(one.quantile(1)).isEqualTo(90);
    }

    private static Sketch merged(Sketch into, Sketch other) {
        into.merge(other);
        return into;
    }

    private static void assertSame(Sketch sketch, Sketch expected, String what) {
        assertThat(sketch.totals()).as(what).isEqualTo(expected.totals());
        assertThat(sketch.buckets()).as(what).isEqualTo(expected.buckets());
    }
}
