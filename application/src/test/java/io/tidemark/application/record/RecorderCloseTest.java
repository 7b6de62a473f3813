package io.tidemark.application.record;

import static io.tidemark.application.record.RecorderFixture.aPatientRecorder;
import static io.tidemark.application.record.RecorderFixture.aPromptRecorder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.Logged;
import io.tidemark.application.port.Clocks;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

final class RecorderCloseTest {
    private static final Duration A_MOMENT = Duration.ofMillis(50);
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofMinutes(1);
    private static final Duration ONE_MILLI = Duration.ofMillis(1);

    private final HandSetTime time = new HandSetTime();
    private final KeptTimings log = new KeptTimings();

    @Test
    void close_writesTheRest() {
        Recorder recorder = aPatientRecorder(log, time.clocks());
        record(recorder, 3);

        assertThat(recorder.close(AS_LONG_AS_IT_TAKES)).isEqualTo(new RecorderReport(3, Map.of()));
        assertThat(log.all()).hasSize(3);
    }

    @Test
    void close_twice_changesNothing() {
        Recorder recorder = aPatientRecorder(log, time.clocks());
        record(recorder, 3);
        RecorderReport report = recorder.close(AS_LONG_AS_IT_TAKES);

        assertThat(recorder.close(Duration.ZERO)).isEqualTo(report);
        assertThat(log.all()).hasSize(3);
    }

    @Test
    void record_afterClose_isCounted() {
        Recorder recorder = aPatientRecorder(log, time.clocks());
        recorder.close();
        record(recorder, 2);

        assertThat(recorder.report()).isEqualTo(new RecorderReport(0, Map.of(Loss.RECORDER_CLOSED, 2L)));
    }

    @Test
    void close_whileTheStorageIsAway_saysWhatItCouldNotWrite() {
        log.goAway();
        Recorder recorder = aPatientRecorder(log, Clocks.system());
        record(recorder, 3);

        assertThat(recorder.close(A_MOMENT)).isEqualTo(new RecorderReport(0, Map.of(Loss.NOT_WRITTEN_AT_CLOSE, 3L)));
        assertThat(log.calls()).as("attempts to write").isPositive();
    }

    @Test
    void close_whenTheStorageComesBackInTime_writesTheRest() {
        log.goAway();
        try (Recorder recorder = aPromptRecorder(log, Clocks.system())) {
            record(recorder, 3);
            await().until(() -> log.calls() > 0);
            log.comeBack();

            assertThat(recorder.close(AS_LONG_AS_IT_TAKES)).isEqualTo(new RecorderReport(3, Map.of()));
        }
    }

    @Test
    void close_withoutTime_countsWhatIsNotWritten() {
        log.goAway();
        Recorder recorder = aPatientRecorder(log, Clocks.system());
        record(recorder, 3);

        assertThat(recorder.close(Duration.ZERO))
                .isEqualTo(new RecorderReport(0, Map.of(Loss.NOT_WRITTEN_AT_CLOSE, 3L)));
    }

    @Test
    void close_whileTheStorageIsSilent_returnsInTime_andCountsWhatIsBeingWritten() throws InterruptedException {
        SilentLog silent = new SilentLog();
        Recorder recorder = aPromptRecorder(silent, time.clocks());
        record(recorder, 1);
        silent.awaitAsked();
        record(recorder, 2);

        assertThat(recorder.close(A_MOMENT)).isEqualTo(new RecorderReport(0, Map.of(Loss.NOT_WRITTEN_AT_CLOSE, 3L)));
        assertThat(silent.hasAnswered()).isFalse();
    }

    @Test
    void close_isNotContradictedByAStorageThatAnswersLater() throws InterruptedException {
        SilentLog silent = new SilentLog();
        Recorder recorder = aPromptRecorder(silent, time.clocks());
        record(recorder, 1);
        silent.awaitAsked();
        RecorderReport report = recorder.close(A_MOMENT);
        silent.answer();

        // The second close waits for the flusher to end.
        assertThat(recorder.close(AS_LONG_AS_IT_TAKES)).isEqualTo(report);
        assertThat(silent.hasAnswered()).isTrue();
    }

    @Test
    void close_byAThreadThatIsInterrupted_returnsAtOnce_andLeavesItInterrupted() throws InterruptedException {
        SilentLog silent = new SilentLog();
        Recorder recorder = aPromptRecorder(silent, time.clocks());
        record(recorder, 1);
        silent.awaitAsked();

        Thread.currentThread().interrupt();
        RecorderReport report = recorder.close(AS_LONG_AS_IT_TAKES);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report).isEqualTo(new RecorderReport(0, Map.of(Loss.NOT_WRITTEN_AT_CLOSE, 1L)));
        silent.answer();
    }

    @Test
    void close_warnsOfWhatIsLost() {
        try (Logged logged = new Logged(Recorder.class)) {
            log.goAway();
            Recorder recorder = aPatientRecorder(log, Clocks.system());
            record(recorder, 3);
            recorder.close(Duration.ZERO);

            assertThat(logged.warnings())
                    .anySatisfy(warning ->
                            assertThat(warning).startsWith("Timings are lost: NOT_WRITTEN_AT_CLOSE, 3 so far"));
        }
    }

    @RepeatedTest(5)
    void close_whileManyThreadsRecord_accountsForEveryTiming() throws InterruptedException {
        LongAdder written = new LongAdder();
        Recorder recorder = aPromptRecorder(timings -> written.add(timings.size()), Clocks.system());
        LongAdder recorded = new LongAdder();
        AtomicBoolean stop = new AtomicBoolean();
        var threads = Together.start(8, thread -> {
            Operation commit = recorder.operation("commit " + thread % 3);
            while (!stop.get()) {
                commit.record(ONE_MILLI);
                recorded.increment();
            }
        });
        await().until(() -> recorder.report().written() > 0);

        recorder.close(AS_LONG_AS_IT_TAKES);
        stop.set(true);
        for (Thread thread : threads) {
            thread.join();
        }

        RecorderReport report = recorder.report();
        assertThat(report.written() + report.lostInAll()).isEqualTo(recorded.sum());
        assertThat(report.written()).isEqualTo(written.sum());
        assertThat(report.lost()).doesNotContainKeys(Loss.NOT_WRITTEN_AT_CLOSE, Loss.REFUSED, Loss.INVALID);
    }

    private static void record(Recorder recorder, int times) {
        for (int i = 0; i < times; i++) {
            recorder.record("commit", ONE_MILLI);
        }
    }
}
