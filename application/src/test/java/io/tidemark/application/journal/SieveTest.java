package io.tidemark.application.journal;

import static io.tidemark.application.journal.Batches.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.TimingBatch;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SieveTest {
    private final ScriptedLog log = new ScriptedLog();
    private final Told told = new Told();
    private final Batches batches = new Batches();
    private final Sieve sieve = new Sieve(log);

    @Test
    void append_storesAGoodBatchAsAWhole() {
        sieve.append(batches.of(1, 1_000), told);

        assertThat(log.asked()).hasSize(1);
        assertThat(told.stored()).isEqualTo(numbers(1, 1_000));
    }

    @Test
    void append_oneBadTimingInAThousand_costsOneTiming() {
        log.refuse(timing -> timing.durationMicros() == 617);

        sieve.append(batches.of(1, 1_000), told);

        assertThat(log.micros()).hasSize(999).isSorted().doesNotContain(617L);
        assertThat(told.refused()).containsExactly(617L);
        assertThat(told.reasons()).containsExactly("617 is refused");
        assertThat(told.stored()).isEqualTo(log.micros());
        assertThat(log.asked()).hasSizeLessThanOrEqualTo(2 * 10 + 1);
    }

    @Test
    void append_aRunOfBadTimings_costsThese() {
        log.refuse(timing -> timing.durationMicros() <= 700);

        sieve.append(batches.of(1, 1_000), told);

        assertThat(log.micros()).containsExactlyInAnyOrderElementsOf(numbers(701, 1_000));
        assertThat(told.refused()).isEqualTo(numbers(1, 700));
    }

    @Test
    void append_whenAllIsRefused_doesNotAskForEachTiming() {
        log.refuse(timing -> true);

        sieve.append(batches.of(1, 10_000), told);

        assertThat(told.refused()).containsExactlyInAnyOrderElementsOf(numbers(1, 10_000));
        assertThat(log.asked()).hasSizeLessThan(100);
    }

    @Test
    void append_whenTheStorageGoesAwayInBetween_goesOnWhereItStopped() {
        log.refuse(timing -> timing.durationMicros() == 3);
        TimingBatch batch = batches.of(1, 1_000);
        log.goAwayOver(timing -> timing.durationMicros() == 400 && log.asked().size() > 5);

        assertThatThrownBy(() -> sieve.append(batch, told)).isInstanceOf(StorageException.class);
        List<Long> before = told.stored();
        log.comeBack();
        sieve.append(batch, told);

        assertThat(before).isNotEmpty().hasSizeLessThan(999);
        assertThat(told.stored()).hasSize(999).doesNotHaveDuplicates().doesNotContain(3L);
        assertThat(log.micros()).isEqualTo(told.stored());
        assertThat(told.refused()).containsExactly(3L);
    }

    @Test
    void append_aBatchThatWasCut_isNotStoredAsAWholeLater() {
        log.refuse(timing -> timing.durationMicros() == 1_000);
        log.goAwayOver(timing -> timing.durationMicros() == 1_000 && log.asked().size() > 1);
        TimingBatch batch = batches.of(1, 1_000);
        assertThatThrownBy(() -> sieve.append(batch, told)).isInstanceOf(StorageException.class);
        log.refuse(timing -> false);
        log.comeBack();

        sieve.append(batch, told);

        assertThat(log.micros()).isEqualTo(numbers(1, 1_000));
    }
}
