package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.minute;
import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.domain.timing.BatchId;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The contract of {@link TimingLog}. */
public abstract class TimingLogContract extends PortContract {
    private static final Scope COMMIT = Scope.of("commit");

    @Test
    void append_countsATimingInTheMinuteInWhichItStarted() {
        Instant justBefore = minute(1).minusNanos(1_000);
        storage.timings().append(List.of(timing("commit", 500, justBefore)));

        assertThat(countIn(minute(0), minute(1))).isOne();
        assertThat(countIn(minute(1), minute(2))).isZero();
    }

    @Test
    void append_countsATimingOfTheFirstInstantInItsMinute() {
        storage.timings().append(List.of(timing("commit", 500, minute(1))));

        assertThat(countIn(minute(1), minute(2))).isOne();
    }

    @Test
    void append_keepsNoneWhenItThrows() {
        List<Timing> withAHole = Arrays.asList(timing("commit", 500, RECENTLY), null);

        assertThatThrownBy(() -> storage.timings().append(withAHole)).isInstanceOf(RuntimeException.class);
        assertThat(storage.rollups().counts()).isEmpty();
    }

    @Test
    void append_doesNothingWithAnEmptyList() {
        storage.timings().append(List.of());

        assertThat(storage.rollups().counts()).isEmpty();
    }

    @Test
    void append_countsEqualTimingsEach() {
        Timing timing = timing("commit", 500, RECENTLY);
        storage.timings().append(List.of(timing, timing));
        storage.timings().append(List.of(timing));

        assertThat(countIn(minute(0), minute(1))).isEqualTo(3);
    }

    @Test
    void append_storesABatchOnce() {
        TimingBatch batch = TimingBatch.of(List.of(timing("commit", 500, RECENTLY), timing("commit", 700, RECENTLY)));
        storage.timings().append(batch);
        storage.timings().append(batch);

        assertThat(storage.rollups().counts()).containsEntry("commit", 2L);
    }

    @Test
    void append_storesTheBatchesOfAWriterOneAfterTheOther() {
        BatchId first = BatchId.random();
        storage.timings().append(new TimingBatch(first, List.of(timing("commit", 500, RECENTLY))));
        storage.timings().append(new TimingBatch(first.next(), List.of(timing("commit", 500, RECENTLY))));
        storage.timings().append(new TimingBatch(first, List.of(timing("commit", 500, RECENTLY))));

        assertThat(storage.rollups().counts()).containsEntry("commit", 2L);
    }

    @Test
    void append_takesTimingsInAnyOrder() {
        storage.timings()
                .append(List.of(
                        timing("commit", 3, minute(2)),
                        timing("commit", 1, minute(0)),
                        timing("commit", 2, minute(1))));

        assertThat(countIn(minute(0), minute(1))).isOne();
        assertThat(countIn(minute(1), minute(2))).isOne();
        assertThat(countIn(minute(2), minute(3))).isOne();
    }

    @Test
    void append_takesATimingThatComesDaysLate() {
        Instant threeDaysAgo = RECENTLY.minus(Duration.ofDays(3));
        storage.timings().append(List.of(timing("commit", 500, RECENTLY)));
        storage.timings().append(List.of(timing("commit", 700, threeDaysAgo)));

        assertThat(countIn(threeDaysAgo.minus(Duration.ofHours(1)), threeDaysAgo.plus(Duration.ofHours(1))))
                .isOne();
    }

    @Test
    void append_losesNothingWhenThreadsWriteTheSameMinute() throws Exception {
        List<Timing> batch = Collections.nCopies(40, timing("commit", 500, RECENTLY));
        Callable<Void> writer = () -> {
            for (int i = 0; i < 100; i++) {
                storage.timings().append(batch);
            }
            return null;
        };

        AtOnce.run(Collections.nCopies(4, writer));

        assertThat(countIn(minute(0), minute(1))).isEqualTo(16_000);
        assertThat(storage.rollups().counts()).containsEntry("commit", 16_000L);
    }

    private long countIn(Instant from, Instant to) {
        return storage.rollups().merged(COMMIT, new TimeRange(from, to)).count();
    }
}
