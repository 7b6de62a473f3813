package io.tidemark.application.record;

import static io.tidemark.application.record.RecorderFixture.aPatientRecorder;
import static io.tidemark.application.record.RecorderFixture.aPromptRecorder;
import static io.tidemark.application.record.RecorderFixture.aRecorder;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.Logged;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.StorageException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class RecorderFlushTest {
    private static final int MORE_THAN_ALL_LANES_HOLD = 33 * Lane.CAPACITY;
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofMinutes(1);

    private final HandSetTime time = new HandSetTime();
    private final KeptTimings log = new KeptTimings();

    @Test
    void recorder_writesWithoutBeingAsked() {
        try (Recorder recorder = aPromptRecorder(log, time.clocks())) {
            record(recorder, 1, 2);

            await().until(() -> log.micros().size() == 2);
            assertThat(recorder.report()).isEqualTo(new RecorderReport(2, Map.of()));
        }
    }

    @Test
    void recorder_doesNotAwaitItsInterval_whenALaneIsHalfFull() {
        try (Recorder recorder = aPatientRecorder(log, time.clocks())) {
            record(recorder, 1, Lane.CAPACITY / 2);

            await().until(() -> log.micros().size() == Lane.CAPACITY / 2);
        }
    }

    @Test
    void record_fromTwoThreads_whileItIsWritten_losesNothing() throws InterruptedException {
        // Of at least four lanes one is filled, one is the other thread's, one is the flusher's: one is free.
        int each = Lane.CAPACITY / 2;
        Recorder recorder = aPromptRecorder(log, time.clocks());
        Together.run(2, thread -> record(recorder, 1 + thread * each, (thread + 1) * each));

        assertThat(recorder.close(AS_LONG_AS_IT_TAKES)).isEqualTo(new RecorderReport(Lane.CAPACITY, Map.of()));
        assertThat(log.micros())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, Lane.CAPACITY).boxed().toList());
    }

    @Test
    void record_fromSixteenThreads_whileItIsWritten_accountsForEveryTiming() throws InterruptedException {
        int each = 4 * Lane.CAPACITY / 16;
        Recorder recorder = aPromptRecorder(log, time.clocks());
        Together.run(16, thread -> record(recorder, 1 + thread * each, (thread + 1) * each));

        RecorderReport report = recorder.close(AS_LONG_AS_IT_TAKES);

        assertThat(report.written() + report.lostInAll()).isEqualTo(4L * Lane.CAPACITY);
        assertThat(log.micros()).doesNotHaveDuplicates().hasSize((int) report.written());
    }

    @Test
    void record_whileTheStorageIsSilent_neverWaits_andCountsWhatFindsNoRoom() throws InterruptedException {
        SilentLog silent = new SilentLog();
        try (Recorder recorder = aPromptRecorder(silent, time.clocks())) {
            record(recorder, 1, 1);
            silent.awaitAsked();

            record(recorder, 1, MORE_THAN_ALL_LANES_HOLD);

            assertThat(recorder.report().written()).isZero();
            assertThat(recorder.report().lost()).containsOnlyKeys(Loss.RECORDER_FULL);
            silent.answer();
            RecorderReport report = recorder.close(AS_LONG_AS_IT_TAKES);
            assertThat(report.written() + report.lostInAll()).isEqualTo(1L + MORE_THAN_ALL_LANES_HOLD);
        }
    }

    @Test
    void recorder_whileTheStorageIsAway_keepsTimingsInOrder_andWritesThemWhenItIsBack() {
        log.goAway();
        try (Recorder recorder = aPromptRecorder(log, time.clocks())) {
            record(recorder, 1, 3);
            await().until(() -> log.calls() > 0);
            record(recorder, 4, 6);
            log.comeBack();
            time.pass(Duration.ofSeconds(1));

            await().until(() -> log.micros().size() == 6);
            assertThat(log.micros()).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
            assertThat(recorder.report()).isEqualTo(new RecorderReport(6, Map.of()));
        }
    }

    @Test
    void recorder_whileTheStorageIsAway_losesOnlyWhatIsBeyondTheBound() {
        log.goAway();
        RecorderSettings settings =
                new RecorderSettings(Duration.ofMillis(1), 100, 10, RecorderFixture.ANNA_BY_DEFAULT, null);
        try (Recorder recorder = aRecorder(log, settings, time.clocks())) {
            record(recorder, 1, 25);
            await().until(() -> recorder.report().lostInAll() == 15);
            log.comeBack();

            assertThat(recorder.close(AS_LONG_AS_IT_TAKES))
                    .isEqualTo(new RecorderReport(10, Map.of(Loss.BUFFER_FULL, 15L)));
        }
    }

    @Test
    void recorder_afterARefusal_writesLaterTimings() {
        log.fail(StorageException.lasting("no such partition", null));
        assertLaterTimingsAreWritten();
    }

    @Test
    void recorder_afterADefectOfTheLog_writesLaterTimings() {
        log.fail(new IllegalStateException("a defect"));
        assertLaterTimingsAreWritten();
    }

    @Test
    void recorder_warnsOnceOfEachReason() {
        try (Logged logged = new Logged(Recorder.class)) {
            Recorder recorder = aPromptRecorder(log, time.clocks());
            recorder.operation("commit").recordNanos(-1);
            await().until(() -> !logged.warnings().isEmpty());
            recorder.operation("commit").recordNanos(-1);
            recorder.close();

            assertThat(logged.warnings()).singleElement().asString().startsWith("Timings are lost: INVALID, 1 so far");
        }
    }

    @Test
    void recorder_withTheClocksOfTheMachine_writes() {
        Recorder recorder = aPromptRecorder(log, Clocks.system());
        try (Timer timer = recorder.operation("commit").start()) {
            assertThat(timer).isNotNull();
        }

        assertThat(recorder.close(AS_LONG_AS_IT_TAKES)).isEqualTo(new RecorderReport(1, Map.of()));
    }

    private void assertLaterTimingsAreWritten() {
        try (Recorder recorder = aPromptRecorder(log, time.clocks())) {
            record(recorder, 1, 1);
            await().until(() -> recorder.report().lostInAll() == 1);
            log.comeBack();
            record(recorder, 2, 2);

            await().until(() -> recorder.report().written() == 1);
            assertThat(log.micros()).containsExactly(2L);
            assertThat(recorder.report()).isEqualTo(new RecorderReport(1, Map.of(Loss.REFUSED, 1L)));
        }
    }

    private static void record(Recorder recorder, int firstMicros, int lastMicros) {
        Operation commit = recorder.operation("commit");
        IntStream.rangeClosed(firstMicros, lastMicros).forEach(micros -> commit.recordNanos(1_000L * micros));
    }
}
