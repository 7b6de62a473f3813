package io.tidemark.application.record;

import static io.tidemark.application.record.RecorderFixture.aRecorder;
import static io.tidemark.application.record.RecorderFixture.flushedEvery;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.journal.JournalSettings;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingLog;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RecorderJournalTest {
    private static final Duration AS_LONG_AS_IT_TAKES = Duration.ofMinutes(1);

    @TempDir
    private Path folder;

    private final KeptTimings log = new KeptTimings();

    @Test
    void close_whileTheStorageIsAway_saysWhatIsInTheJournal_andLosesNothing() {
        log.goAway();
        Recorder recorder = started(log);
        record(recorder, 1, 100);

        assertThat(recorder.close(AS_LONG_AS_IT_TAKES)).isEqualTo(new RecorderReport(0, 100, Map.of()));
    }

    @Test
    void start_writesWhatAnEarlierRunLeft() {
        log.goAway();
        Recorder earlier = started(log);
        record(earlier, 1, 100);
        earlier.close(AS_LONG_AS_IT_TAKES);
        log.comeBack();

        try (Recorder recorder = started(log)) {
            await().until(() -> recorder.report().equals(new RecorderReport(100, Map.of())));
        }
        assertThat(log.micros())
                .isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
    }

    @Test
    void record_whileTheStorageIsAway_losesNothing_beyondWhatTheBufferHolds() {
        log.goAway();
        RecorderSettings small = new RecorderSettings(
                Duration.ofMillis(1), 100, 1_000, RecorderFixture.ANNA_BY_DEFAULT, JournalSettings.in(folder));
        try (Recorder recorder = aRecorder(log, small, Clocks.system())) {
            for (int i = 0; i < 20; i++) {
                record(recorder, 500L * i + 1, 500L * i + 500);
                long soFar = 500L * i + 500;
                await().until(() -> recorder.report().journaled() == soFar);
            }
            log.comeBack();

            await().until(() -> recorder.report().equals(new RecorderReport(10_000, Map.of())));
        }
        assertThat(log.micros())
                .isEqualTo(LongStream.rangeClosed(1, 10_000).boxed().toList());
    }

    @Test
    void record_beyondTheJournalsBound_isKeptInTheBuffer_andCountedBeyondThat() {
        log.goAway();
        RecorderSettings small = new RecorderSettings(
                Duration.ofMillis(1),
                100,
                1_000,
                RecorderFixture.ANNA_BY_DEFAULT,
                new JournalSettings(folder, 64 << 10));
        try (Recorder recorder = aRecorder(log, small, Clocks.system())) {
            record(recorder, 1, 20_000);
            await().until(() -> recorder.report().lost().containsKey(Loss.BUFFER_FULL));
            log.comeBack();

            RecorderReport report = recorder.close(AS_LONG_AS_IT_TAKES);
            assertThat(report.lost()).containsOnlyKeys(Loss.BUFFER_FULL);
            assertThat(report.written() + report.journaled() + report.lostInAll())
                    .isEqualTo(20_000);
        }
    }

    @Test
    void record_whileNobodyTakesWhatWasRecorded_neverWaits() throws InterruptedException {
        SilentLog silent = new SilentLog();
        try (Recorder recorder = started(silent)) {
            record(recorder, 1, 1);
            silent.awaitAsked();
            record(recorder, 2, 1_000_000);

            assertThat(recorder.report().written()).isZero();
            silent.answer();
        }
    }

    @Test
    void start_withAJournalThatIsInUse_isRefused() {
        try (Recorder recorder = started(log)) {
            assertThat(recorder.report().journaled()).isZero();
            assertThatThrownBy(() -> started(log))
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("is in use by this process");
        }
    }

    private Recorder started(TimingLog storage) {
        RecorderSettings settings = flushedEvery(Duration.ofMillis(1)).withJournal(JournalSettings.in(folder));
        return aRecorder(storage, settings, Clocks.system());
    }

    private static void record(Recorder recorder, long firstMicros, long lastMicros) {
        Operation commit = recorder.operation("commit");
        LongStream.rangeClosed(firstMicros, lastMicros).forEach(micros -> commit.recordNanos(1_000 * micros));
    }
}
