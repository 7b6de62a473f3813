package io.tidemark.application.record;

import static java.util.stream.IntStream.range;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.timing.Context;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LanesTest {
    private static final int ROOM_OF_FOUR_LANES = 4 * Lane.CAPACITY;

    private final Lanes lanes = new Lanes(1);
    private final List<Long> drained = new ArrayList<>();

    @Test
    void drainTo_handsOverWhatWasAdded_inTheOrderOfTheThread() {
        range(1, 4).forEach(this::add);

        drain();

        assertThat(drained).containsExactly(1L, 2L, 3L);
    }

    @Test
    void drainTo_handsOverOnce() {
        add(1);
        drain();
        drain();

        assertThat(drained).containsExactly(1L);
    }

    @Test
    void drainTo_doesNotMixContextsOfBeforeIntoLaterRecordings() {
        lanes.add(0, 1, 0, Context.of("ada"));
        drain();
        List<Context> contexts = new ArrayList<>();
        // Pages go round: each comes back to the lane after at most as many drains as there are pages.
        range(0, 10).forEach(i -> {
            add(2);
            lanes.drainTo((operation, micros, end, context) -> contexts.add(context));
        });

        assertThat(contexts).hasSize(10).containsOnlyNulls();
    }

    @Test
    void add_takesAsManyAsThereIsRoomFor_fromOneThread() {
        long taken =
                range(0, ROOM_OF_FOUR_LANES + 100).filter(i -> add(1 + i) != 0).count();
        drain();

        assertThat(taken).isEqualTo(ROOM_OF_FOUR_LANES);
        assertThat(drained).hasSize(ROOM_OF_FOUR_LANES);
    }

    @Test
    void add_afterDraining_findsRoomAgain() {
        range(0, ROOM_OF_FOUR_LANES).forEach(i -> add(1 + i));
        assertThat(add(1)).isZero();
        drain();

        assertThat(add(1)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 16})
    void add_fromManyThreads_losesNothingWhileALaneIsFreeAndHasRoom(int threads) throws InterruptedException {
        // Twice as many lanes as threads, of which these recordings fill two: one that is free is always found.
        Lanes enough = new Lanes(threads);
        int each = 2 * Lane.CAPACITY / threads;
        Together.run(threads, thread -> range(0, each).forEach(i -> enough.add(0, 1 + thread * each + i, 0, null)));

        enough.drainTo((operation, micros, end, context) -> drained.add(micros));

        assertThat(drained).hasSize(2 * Lane.CAPACITY).doesNotHaveDuplicates();
    }

    @Test
    void seal_handsOverTheRest_andTakesNoMore() {
        add(1);
        lanes.seal((operation, micros, end, context) -> drained.add(micros));

        assertThat(add(2)).isZero();
        drain();
        assertThat(drained).containsExactly(1L);
    }

    @ParameterizedTest
    @CsvSource({"1, 4", "2, 4", "4, 8", "6, 8", "16, 32", "128, 32"})
    void lanes_areTwicePerProcessor_withinBounds(int processors, int expected) {
        Lanes some = new Lanes(processors);
        long taken = range(0, 33 * Lane.CAPACITY)
                .filter(i -> some.add(0, 1, 0, null) != 0)
                .count();

        assertThat(taken).isEqualTo((long) expected * Lane.CAPACITY);
    }

    private int add(int micros) {
        return lanes.add(0, micros, 0, null);
    }

    private void drain() {
        lanes.drainTo((operation, micros, end, context) -> drained.add(micros));
    }
}
