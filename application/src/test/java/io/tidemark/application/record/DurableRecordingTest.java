package io.tidemark.application.record;

import static io.tidemark.application.record.RecorderFixture.ANNA_BY_DEFAULT;
import static io.tidemark.application.record.RecorderFixture.aPatientRecorder;
import static io.tidemark.domain.timing.TimingFixture.NOON;
import static io.tidemark.domain.timing.TimingFixture.aCommitOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DurableRecordingTest {
    private static final Duration THREE_MILLIS = Duration.ofMillis(3);

    private final HandSetTime time = new HandSetTime();
    private final KeptTimings log = new KeptTimings();

    @Test
    void recordDurably_returnsWhenItIsStored() {
        try (Recorder recorder = aPatientRecorder(log, time.clocks())) {
            recorder.recordDurably("commit", THREE_MILLIS, ANNA_BY_DEFAULT);

            assertThat(log.all()).containsExactly(new Timing("commit", 3_000, NOON, ANNA_BY_DEFAULT));
            assertThat(recorder.report()).isEqualTo(new RecorderReport(1, Map.of()));
        }
    }

    @Test
    void recordDurably_triesTheSameBatchAgain_whenTheStorageIsAwayForAMoment() {
        TimingLog awayTwice = batch -> {
            if (log.calls() < 2) {
                log.goAway();
            } else {
                log.comeBack();
            }
            log.append(batch);
        };
        try (Recorder recorder = aPatientRecorder(awayTwice, time.clocks())) {
            recorder.recordDurably("commit", THREE_MILLIS, ANNA_BY_DEFAULT);
        }

        assertThat(log.micros()).containsExactly(3_000L);
        assertThat(log.ids()).hasSize(3).containsOnly(log.ids().get(0));
    }

    @Test
    void recordDurably_givesUpAfterAWhile_andSaysSo() {
        log.goAway();
        TimingLog timePasses = batch -> {
            time.pass(Duration.ofSeconds(2));
            log.append(batch);
        };
        try (Recorder recorder = aPatientRecorder(timePasses, time.clocks())) {
            assertThatThrownBy(() -> recorder.recordDurably("commit", THREE_MILLIS, ANNA_BY_DEFAULT))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            failure -> assertThat(failure.isPassing()).isTrue());
            assertThat(recorder.report()).isEqualTo(new RecorderReport(0, Map.of()));
        }
        assertThat(log.calls()).isEqualTo(3);
    }

    @Test
    void recordDurably_doesNotTryAgainWhatIsRefused() {
        log.refuse(timing -> true);
        try (Recorder recorder = aPatientRecorder(log, time.clocks())) {
            assertThatThrownBy(() -> recorder.recordDurably("commit", THREE_MILLIS, ANNA_BY_DEFAULT))
                    .hasMessage("3000 is refused");
        }
        assertThat(log.calls()).isOne();
    }

    @Test
    void recordDurably_whatIsNoTiming_isRefused() {
        try (Recorder recorder = aPatientRecorder(log, time.clocks())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recorder.recordDurably(" ", THREE_MILLIS, ANNA_BY_DEFAULT));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> recorder.recordDurably("commit", THREE_MILLIS.negated(), ANNA_BY_DEFAULT));
        }
    }

    @Test
    void recordDurably_handsInEachBatchUnderANewNumber_ofAFewWriters() {
        try (Recorder recorder = aPatientRecorder(log, time.clocks())) {
            for (int i = 0; i < 100; i++) {
                recorder.recordDurably(List.of(aCommitOf(THREE_MILLIS), aCommitOf(THREE_MILLIS)));
            }
        }

        assertThat(log.all()).hasSize(200);
        assertThat(log.ids()).doesNotHaveDuplicates().hasSize(100);
        assertThat(log.ids().stream().map(BatchId::writer).distinct()).hasSizeLessThanOrEqualTo(8);
    }

    @Test
    void recordDurably_fromManyThreads_numbersTheBatchesOfAWriterInOrder() throws InterruptedException {
        List<TimingBatch> batches = new ArrayList<>();
        TimingLog noting = batch -> {
            synchronized (batches) {
                batches.add(batch);
            }
        };
        try (Recorder recorder = aPatientRecorder(noting, time.clocks())) {
            Together.run(20, thread -> {
                for (int i = 0; i < 50; i++) {
                    recorder.recordDurably("commit", THREE_MILLIS, ANNA_BY_DEFAULT);
                }
            });
        }

        assertThat(batches).hasSize(1_000);
        batches.stream()
                .collect(java.util.stream.Collectors.groupingBy(
                        batch -> batch.id().writer()))
                .values()
                .forEach(ofWriter -> assertThat(ofWriter)
                        .extracting(batch -> batch.id().number())
                        .isSorted()
                        .doesNotHaveDuplicates());
    }
}
