package io.tidemark.application.journal;

import static io.tidemark.application.journal.Batches.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.Logged;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.TimingBatch;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournalTest {
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final ScriptedLog log = new ScriptedLog();
    private final Batches batches = new Batches();
    private final Told atOnce = new Told();
    private final Told later = new Told();
    private Journal journal;

    @BeforeEach
    void open() {
        journal = Journal.open(settings(), log, later, damaged -> {});
    }

    @AfterEach
    void close() {
        journal.close(Duration.ZERO);
    }

    @Test
    void append_whileTheStorageIsThere_storesAtOnce_andLeavesTheDiskAlone() {
        journal.append(batches.of(1, 3), atOnce);

        assertThat(log.micros()).containsExactly(1L, 2L, 3L);
        assertThat(atOnce.stored()).containsExactly(1L, 2L, 3L);
        assertThat(journal.timings()).isZero();
        assertThat(folder).isDirectoryNotContaining("glob:**.journal");
    }

    @Test
    void append_whileTheStorageIsAway_keepsBatchesInOrder_andStoresThemOnceItIsBack() {
        log.goAway();
        for (int i = 0; i < 20; i++) {
            journal.append(batches.of(10L * i + 1, 10L * i + 10), atOnce);
        }
        assertThat(journal.timings()).isEqualTo(200);
        log.comeBack();

        await().until(() -> journal.timings() == 0);
        journal.append(batches.of(201, 201), atOnce);

        assertThat(log.micros()).isEqualTo(numbers(1, 201));
        assertThat(later.stored()).isEqualTo(numbers(1, 200));
        assertThat(atOnce.stored()).containsExactly(201L);
    }

    @Test
    void append_whileTheStorageIsAway_warnsOnce() {
        try (Logged logged = new Logged(Journal.class)) {
            log.goAway();
            journal.append(batches.of(1, 1), atOnce);
            journal.append(batches.of(2, 2), atOnce);
            await().until(() -> log.asked().size() > 1);

            assertThat(logged.warnings())
                    .singleElement()
                    .asString()
                    .contains("timings are kept in the journal " + folder);
        }
    }

    @Test
    void append_whileTheStorageIsSilent_doesNotWaitForIt_andStoresOnce() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch mayAnswer = new CountDownLatch(1);
        journal.close(Duration.ZERO);
        journal = Journal.open(
                settings(),
                batch -> {
                    asked.countDown();
                    hold(mayAnswer);
                    log.append(batch);
                },
                later,
                damaged -> {});
        journal.append(batches.of(1, 2), atOnce);
        journal.append(batches.of(3, 4), atOnce);
        asked.await();

        assertThat(journal.timings()).isEqualTo(4);
        assertThat(log.asked()).isEmpty();
        mayAnswer.countDown();
        await().until(() -> journal.timings() == 0);
        assertThat(log.micros()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(later.stored()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(atOnce.stored()).isEmpty();
    }

    @Test
    void append_aBadTiming_costsOneTiming_directAndFromDisk() {
        log.refuse(timing -> timing.durationMicros() % 100 == 50);
        journal.append(batches.of(1, 100), atOnce);
        log.goAway();
        journal.append(batches.of(101, 200), atOnce);
        log.comeBack();
        await().until(() -> journal.timings() == 0);

        assertThat(log.micros()).hasSize(198).isSorted();
        assertThat(atOnce.refused()).containsExactly(50L);
        assertThat(later.refused()).containsExactly(150L);
        assertThat(later.reasons()).containsExactly("150 is refused");
    }

    @Test
    void append_whenTheStorageGoesAwayOverHalfABatch_storesEachTimingOnce() {
        log.refuse(timing -> timing.durationMicros() == 3);
        log.goAwayOver(timing -> timing.durationMicros() == 90 && log.asked().size() > 1);
        journal.append(batches.of(1, 100), atOnce);
        log.comeBack();
        await().until(() -> journal.timings() == 0);

        assertThat(log.micros()).hasSize(99).doesNotHaveDuplicates();
        assertThat(atOnce.stored().size() + later.stored().size()).isEqualTo(99);
        assertThat(atOnce.refused()).containsExactly(3L);
    }

    @Test
    void open_storesWhatAnEarlierRunLeft_evenWhenNothingIsRecorded() {
        log.goAway();
        journal.append(batches.of(1, 3), atOnce);
        journal.append(batches.of(4, 6), atOnce);
        journal.close(AS_LONG_AS_IT_TAKES);
        assertThat(journal.timings()).isEqualTo(6);
        log.comeBack();

        open();

        await().until(() -> journal.timings() == 0);
        assertThat(log.micros()).isEqualTo(numbers(1, 6));
        assertThat(later.stored()).isEqualTo(numbers(1, 6));
    }

    @Test
    void close_storesWhatIsOnDisk_whenTheStorageIsBack() {
        log.goAway();
        journal.append(batches.of(1, 3), atOnce);
        log.comeBack();
        await().until(() -> journal.timings() == 0);
        journal.close(AS_LONG_AS_IT_TAKES);

        assertThat(log.micros()).isEqualTo(numbers(1, 3));
    }

    @Test
    void close_takesNothingAfterwards() {
        journal.close(AS_LONG_AS_IT_TAKES);

        assertThatThrownBy(() -> journal.append(batches.of(1, 1), atOnce))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        failure -> assertThat(failure.isPassing()).isTrue());
    }

    @Test
    void append_whenTheDiskTakesNothing_leavesTheBatchWithTheCaller_andGoesOnLater() {
        log.goAway();
        TimingBatch tooMuch = batches.of(1, 10_000);
        assertThatThrownBy(() -> journal.append(tooMuch, atOnce))
                .isInstanceOfSatisfying(
                        StorageException.class,
                        failure -> assertThat(failure.isPassing()).isTrue())
                .hasMessageContaining("the journal " + folder + " takes nothing: it is full");
        assertThat(journal.timings()).isZero();
        log.comeBack();

        await().ignoreExceptionsInstanceOf(StorageException.class).until(() -> {
            journal.append(tooMuch, atOnce);
            return true;
        });
        assertThat(log.micros()).isEqualTo(numbers(1, 10_000));
    }

    private JournalSettings settings() {
        return new JournalSettings(folder, 64 << 10);
    }

    private static void hold(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw StorageException.passing("interrupted", e);
        }
    }
}
