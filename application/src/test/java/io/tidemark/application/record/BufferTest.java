package io.tidemark.application.record;

import static io.tidemark.domain.timing.TimingFixture.aCommitOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.Logged;
import io.tidemark.application.journal.Sieve;
import io.tidemark.application.port.StorageException;
import java.time.Duration;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class BufferTest {
    private final KeptTimings log = new KeptTimings();
    private final Tally tally = new Tally();
    private final Buffer buffer = new Buffer(new Sieve(log), 25_000, tally);

    @Test
    void writeBatch_writesInOrder() {
        add(1, 3);

        assertThat(buffer.writeBatch()).isTrue();

        assertThat(log.micros()).containsExactly(1L, 2L, 3L);
        assertThat(tally.report()).isEqualTo(new RecorderReport(3, Map.of()));
    }

    @Test
    void writeBatch_writesTenThousandAtATime() {
        add(1, 25_000);

        buffer.writeBatch();
        assertThat(log.micros()).hasSize(10_000);
        buffer.writeBatch();
        assertThat(log.micros()).hasSize(20_000);
        buffer.writeBatch();

        assertThat(log.micros())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, 25_000).boxed().toList());
        assertThat(buffer.isEmpty()).isTrue();
    }

    @Test
    void writeBatch_whileTheStorageIsAway_keepsWhatWaits() {
        log.goAway();
        add(1, 2);

        assertThat(buffer.writeBatch()).isFalse();

        assertThat(buffer.isEmpty()).isFalse();
        assertThat(tally.report()).isEqualTo(new RecorderReport(0, Map.of()));
    }

    @Test
    void writeBatch_whenTheStorageIsBack_writesWhatWaitedFirst() {
        log.goAway();
        add(1, 2);
        buffer.writeBatch();
        add(3, 4);
        log.comeBack();

        assertThat(buffer.writeBatch()).isTrue();
        assertThat(buffer.writeBatch()).isTrue();

        assertThat(log.micros()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(tally.report()).isEqualTo(new RecorderReport(4, Map.of()));
    }

    @Test
    void writeBatch_afterAFailure_handsInTheSameBatchAgain() {
        log.goAway();
        add(1, 2);
        buffer.writeBatch();
        add(3, 4);
        buffer.writeBatch();
        log.comeBack();
        buffer.writeBatch();
        buffer.writeBatch();

        assertThat(log.ids()).hasSize(4);
        assertThat(log.ids().subList(0, 3)).containsOnly(log.ids().get(0));
        assertThat(log.ids().get(3)).isEqualTo(log.ids().get(0).next());
    }

    @Test
    void writeBatch_whileTheStorageIsAway_warnsOnce() {
        try (Logged logged = new Logged(Recorder.class)) {
            log.goAway();
            add(1, 1);
            buffer.writeBatch();
            buffer.writeBatch();

            assertThat(logged.warnings())
                    .containsExactly("The storage is away: up to 25000 timings wait until it is back");
        }
    }

    @Test
    void add_beyondTheBound_isCountedAndKeepsWhatWaitedLonger() {
        Buffer small = new Buffer(new Sieve(log), 2, tally);
        LongStream.rangeClosed(1, 5).forEach(micros -> small.add(aCommitOf(micros(micros))));
        small.writeBatch();

        assertThat(log.micros()).containsExactly(1L, 2L);
        assertThat(tally.report()).isEqualTo(new RecorderReport(2, Map.of(Loss.BUFFER_FULL, 3L)));
    }

    @Test
    void writeBatch_refused_isCountedAndDoesNotKeepLaterOnes() {
        log.fail(StorageException.lasting("no such partition", null));
        add(1, 2);
        assertThat(buffer.writeBatch()).isTrue();
        log.comeBack();
        add(3, 3);
        buffer.writeBatch();

        assertThat(log.micros()).containsExactly(3L);
        assertThat(tally.report()).isEqualTo(new RecorderReport(1, Map.of(Loss.REFUSED, 2L)));
    }

    @Test
    void writeBatch_whenTheLogIsBroken_countsAsRefused() {
        log.fail(new IllegalStateException("a defect"));
        add(1, 2);

        assertThat(buffer.writeBatch()).isTrue();

        assertThat(tally.report()).isEqualTo(new RecorderReport(0, Map.of(Loss.REFUSED, 2L)));
    }

    @Test
    void giveUp_countsWhatWaits() {
        add(1, 4);

        buffer.giveUp();
        buffer.giveUp();

        assertThat(buffer.isEmpty()).isTrue();
        assertThat(tally.report()).isEqualTo(new RecorderReport(0, Map.of(Loss.NOT_WRITTEN_AT_CLOSE, 4L)));
    }

    private void add(long firstMicros, long lastMicros) {
        LongStream.rangeClosed(firstMicros, lastMicros).forEach(micros -> buffer.add(aCommitOf(micros(micros))));
    }

    private static Duration micros(long micros) {
        return Duration.ofNanos(1_000 * micros);
    }
}
