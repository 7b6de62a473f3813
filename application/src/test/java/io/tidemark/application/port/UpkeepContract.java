package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.minute;
import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** The contract of {@link Upkeep}. */
public abstract class UpkeepContract extends PortContract {
    private static final Scope COMMIT = Scope.of("commit");

    @Test
    void fold_changesNoFigureOfAMinute() {
        storage.timings().append(List.of(timing("commit", 100, minute(0)), timing("commit", 200, minute(0))));
        storage.timings().append(List.of(timing("commit", 300, minute(0)), timing("commit", 400, minute(1))));
        Sketch before = merged(new TimeRange(minute(0), minute(1)));

        storage.upkeep().fold();

        assertThat(merged(new TimeRange(minute(0), minute(1))).distribution()).isEqualTo(before.distribution());
    }

    @Test
    void fold_countsWhatIsRecordedAfterwardsInTheSameMinute() {
        storage.timings().append(List.of(timing("commit", 100, minute(0))));
        storage.upkeep().fold();
        storage.timings().append(List.of(timing("commit", 200, minute(0))));
        storage.upkeep().fold();

        assertThat(merged(new TimeRange(minute(0), minute(1))).count()).isEqualTo(2);
    }

    @Test
    void fold_countsATimingThatComesDaysLate() {
        TimeRange thatDay = TimeRange.endingAt(RECENTLY.minus(Duration.ofDays(3)), Duration.ofHours(30));
        storage.timings().append(List.of(timing("commit", 100, thatDay.from().plusSeconds(40_000))));
        storage.upkeep().fold();
        storage.timings().append(List.of(timing("commit", 200, thatDay.from().plusSeconds(40_000))));
        storage.upkeep().fold();

        assertThat(merged(thatDay).count()).isEqualTo(2);
        assertThat(storage.rollups().counts()).containsEntry("commit", 2L);
    }

    @Test
    void fold_mayBeDoneByAnyNumberAtOnce() throws Exception {
        storage.timings().append(Collections.nCopies(50, timing("commit", 100, minute(0))));

        AtOnce.run(Collections.nCopies(4, calling(storage.upkeep()::fold)));

        assertThat(storage.rollups().counts()).containsEntry("commit", 50L);
    }

    @Test
    void fold_isNeverSeenHalfDone() throws Exception {
        storage.timings().append(List.of(timing("commit", 100, minute(0))));
        AtomicBoolean done = new AtomicBoolean();
        Set<Long> seen = new CopyOnWriteArraySet<>();

        AtOnce.run(List.of(
                () -> {
                    do {
                        long before = merged(hour()).count();
                        storage.timings().append(List.of(timing("commit", 100, minute(0))));
                        seen.add(merged(hour()).count() - before);
                    } while (!done.get());
                    return true;
                },
                () -> {
                    for (int i = 0; i < 60; i++) {
                        storage.upkeep().fold();
                    }
                    done.set(true);
                    return true;
                }));

        assertThat(seen).containsExactly(1L);
    }

    @Test
    void dropOutdated_keepsWhatIsRecent() {
        storage.timings().append(List.of(timing("commit", 100, minute(0))));

        storage.upkeep().dropOutdated();

        assertThat(merged(hour()).count()).isOne();
    }

    @Test
    void dropOutdated_mayBeDoneByAnyNumberAtOnce() {
        assertThatCode(() -> AtOnce.run(Collections.nCopies(4, calling(storage.upkeep()::dropOutdated))))
                .doesNotThrowAnyException();
    }

    private Sketch merged(TimeRange range) {
        return storage.rollups().merged(COMMIT, range);
    }

    private static TimeRange hour() {
        return new TimeRange(minute(-15), minute(45));
    }

    private static Callable<Void> calling(Runnable action) {
        return () -> {
            action.run();
            return null;
        };
    }
}
