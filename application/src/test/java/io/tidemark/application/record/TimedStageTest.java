package io.tidemark.application.record;

import static io.tidemark.application.record.RecorderFixture.aPatientRecorder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TimedStageTest {
    private final HandSetTime time = new HandSetTime();
    private final KeptTimings log = new KeptTimings();
    private final Recorder recorder = aPatientRecorder(log, time.clocks());
    private final Operation history = recorder.operation("get_history");
    private final CompletableFuture<String> work = new CompletableFuture<>();

    @Test
    void timeStage_recordsUntilItCompletes() {
        CompletableFuture<String> timed = history.timeStage(() -> work);
        time.pass(Duration.ofMillis(3));
        work.complete("page");

        assertThat(timed).isCompletedWithValue("page");
        assertThat(micros()).containsExactly(3_000L);
    }

    @Test
    void timeStage_leavesOutWhatTheCallerDoesWithTheResult() {
        CompletableFuture<Void> shown =
                history.timeStage(() -> work).thenAccept(page -> time.pass(Duration.ofHours(1)));
        time.pass(Duration.ofMillis(3));
        work.complete("page");

        assertThat(shown).isCompleted();
        assertThat(micros()).containsExactly(3_000L);
    }

    @Test
    void timeStage_thatFails_failsWithTheSameException_andRecordsIt() {
        IOException failure = new IOException("gone");
        CompletableFuture<Throwable> seen = history.timeStage(() -> work).handle((page, error) -> error);
        work.completeExceptionally(failure);

        assertThat(seen).isCompletedWithValue(failure);
        assertThat(error()).contains("java.io.IOException", "gone");
    }

    @Test
    void timeStage_ofADependentStage_recordsTheCause() {
        CompletableFuture<String> timed = history.timeStage(() -> work.thenApply(page -> page + "!"));
        work.completeExceptionally(new IOException("gone"));

        assertThat(timed).isCompletedExceptionally();
        assertThat(error()).contains("java.io.IOException").doesNotContain("CompletionException");
    }

    @Test
    void timeStage_thatIsCancelled_cancelsTheWork_andRecordsIt() {
        CompletableFuture<String> timed = history.timeStage(() -> work);

        assertThat(timed.cancel(true)).isTrue();
        assertThat(work).isCancelled();
        assertThat(error()).contains(CancellationException.class.getName());
    }

    @Test
    void timeStage_thatCannotStart_throws_andRecordsIt() {
        IllegalStateException failure = new IllegalStateException("no pool");
        Supplier<CompletionStage<String>> broken = () -> {
            throw failure;
        };

        assertThatThrownBy(() -> history.timeStage(broken)).isSameAs(failure);
        assertThat(error()).contains("no pool");
    }

    @Test
    void timeStage_completedByManyThreadsAtOnce_recordsEachRunOnce() {
        ExecutorService threads = virtualThreadsIfThereAre();
        List<CompletableFuture<Integer>> all = IntStream.range(0, 2_000)
                .mapToObj(i -> history.timeStage(() -> CompletableFuture.supplyAsync(() -> i, threads)))
                .toList();
        int sum = all.stream().mapToInt(CompletableFuture::join).sum();
        threads.shutdown();
        recorder.close();

        assertThat(sum).isEqualTo(1_999 * 2_000 / 2);
        assertThat(log.all()).hasSize(2_000);
    }

    private List<Long> micros() {
        recorder.close();
        return log.micros();
    }

    private String error() {
        recorder.close();
        assertThat(log.all()).hasSize(1);
        return String.valueOf(log.all().get(0).context().details().error());
    }

    /** They came with Java 21. */
    private static ExecutorService virtualThreadsIfThereAre() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (ReflectiveOperationException e) {
            return Executors.newFixedThreadPool(8);
        }
    }
}
