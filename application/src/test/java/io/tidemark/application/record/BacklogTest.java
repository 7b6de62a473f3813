package io.tidemark.application.record;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.BatchId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BacklogTest {
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofMinutes(1);

    private final List<Integer> stored = new ArrayList<>();
    private final Set<BatchId> ids = new LinkedHashSet<>();
    private final Backlog<Integer> backlog = new Backlog<>("Numbers", 100, this::store);
    private @Nullable RuntimeException failure;

    @Test
    void writeAll_writesInOrder_andCounts() {
        IntStream.range(0, 50).forEach(backlog::add);

        assertThat(backlog.writeAll()).isTrue();
        assertThat(stored).isEqualTo(IntStream.range(0, 50).boxed().toList());
        assertThat(backlog.report()).isEqualTo(new RecorderReport(50, Map.of()));
    }

    @Test
    void add_beyondTheBound_isCounted() {
        IntStream.range(0, 150).forEach(backlog::add);
        backlog.writeAll();

        assertThat(backlog.report()).isEqualTo(new RecorderReport(100, Map.of(Loss.BUFFER_FULL, 50L)));
    }

    @Test
    void add_findsRoomAgain_afterWriting() {
        IntStream.range(0, 100).forEach(backlog::add);
        backlog.writeAll();
        backlog.add(100);
        backlog.writeAll();

        assertThat(stored).hasSize(101);
    }

    @Test
    void batch_afterAFailureThatMayPass_comesAgainUnderTheSameId() {
        failure = StorageException.passing("away", null);
        backlog.add(1);
        assertThat(backlog.writeAll()).isFalse();
        backlog.add(2);
        failure = null;

        assertThat(backlog.writeAll()).isTrue();
        assertThat(stored).containsExactly(1, 2);
        assertThat(ids).hasSize(2);
    }

    @Test
    void batch_thatIsRefused_isCounted_andLaterOnesAreWritten() {
        failure = StorageException.lasting("no", null);
        backlog.add(1);
        assertThat(backlog.writeAll()).isTrue();
        failure = null;
        backlog.add(2);
        backlog.writeAll();

        assertThat(stored).containsExactly(2);
        assertThat(backlog.report()).isEqualTo(new RecorderReport(1, Map.of(Loss.REFUSED, 1L)));
    }

    @Test
    void giveUp_countsWhatWaits_andWhatComesLater() {
        failure = StorageException.passing("away", null);
        backlog.add(1);
        backlog.writeAll();
        backlog.add(2);
        backlog.giveUp();
        backlog.add(3);

        assertThat(backlog.report())
                .isEqualTo(new RecorderReport(0, Map.of(Loss.NOT_WRITTEN_AT_CLOSE, 2L, Loss.RECORDER_CLOSED, 1L)));
    }

    @Test
    void add_fromThreadsAtOnce_accountsForEach() throws InterruptedException {
        Backlog<Integer> large = new Backlog<>("Numbers", 5_000, this::store);
        BackgroundWriter writer = BackgroundWriter.start(Duration.ofMillis(1), new HandSetTime().clocks(), large);
        Together.run(8, thread -> IntStream.range(0, 2_000).forEach(i -> large.add(thread * 2_000 + i)));
        writer.close(AS_LONG_AS_IT_TAKES);

        RecorderReport report = large.report();
        assertThat(report.written() + report.lostInAll()).isEqualTo(16_000);
        assertThat(stored).doesNotHaveDuplicates().hasSize((int) report.written());
    }

    @Test
    void close_doesNotWaitForAStorageThatDoesNotAnswer() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        Backlog<Integer> silent = new Backlog<>("Numbers", 100, (id, batch) -> {
            asked.countDown();
            awaitInterrupt();
        });
        silent.add(1);
        BackgroundWriter writer = BackgroundWriter.start(Duration.ofMillis(1), new HandSetTime().clocks(), silent);
        asked.await();
        writer.close(Duration.ofMillis(1));

        assertThat(silent.report()).isEqualTo(new RecorderReport(0, Map.of(Loss.NOT_WRITTEN_AT_CLOSE, 1L)));
    }

    private synchronized void store(BatchId id, List<Integer> batch) {
        ids.add(id);
        if (failure != null) {
            throw failure;
        }
        stored.addAll(batch);
    }

    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw StorageException.passing("interrupted", e);
        }
    }
}
