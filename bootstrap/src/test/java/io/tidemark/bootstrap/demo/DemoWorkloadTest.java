package io.tidemark.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.SettableClock;
import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.timing.Retention;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class DemoWorkloadTest {
    private static final Instant NOW = Instant.parse("2026-11-18T14:30:00Z");
    private static final DemoSettings ONE_DAY = new DemoSettings(2026, 1);

    private final SettableClock clock = new SettableClock(NOW);
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final Tidemark tidemark =
            Tidemark.over(storage, TidemarkSettings.defaults(), new Clocks(clock, System::nanoTime));

    @AfterEach
    void close() {
        tidemark.close();
        storage.close();
    }

    @Test
    void start_tellsThePast_andLearnsWhatIsNormal() {
        play(ONE_DAY, Retention.DEFAULT);

        assertThat(storage.rollups().counts().keySet()).containsExactlyInAnyOrderElementsOf(DemoStory.operations());
        assertThat(storage.baselineReader().active()).hasSameSizeAs(DemoStory.operations());
        assertThat(storage.mergeReader().latest(1)).hasSize(1);
        assertThat(storage.traceReader().latest(1)).hasSize(1);
    }

    @Test
    void start_afterARestart_tellsNothingTwice() {
        play(ONE_DAY, Retention.DEFAULT);
        Map<String, Long> told = storage.rollups().counts();

        clock.advance(Duration.ofMinutes(20));
        play(ONE_DAY, Retention.DEFAULT);

        assertThat(storage.rollups().counts()).isEqualTo(told);
    }

    @Test
    void start_afterALongBreak_tellsWhatWasMissed() {
        play(ONE_DAY, Retention.DEFAULT);
        Map<String, Long> told = storage.rollups().counts();

        clock.advance(Duration.ofHours(20));
        play(ONE_DAY, Retention.DEFAULT);

        assertThat(storage.rollups().counts().get("commit")).isGreaterThan(told.getOrDefault("commit", 0L) * 5 / 4);
    }

    @Test
    void past_isNoLongerThanTimingsAreKept() {
        Retention aDay = new Retention(Duration.ofDays(1), Duration.ofDays(1), Duration.ofDays(1));

        play(new DemoSettings(2026, 5), aDay);

        TimeRange before = TimeRange.endingAt(NOW.minus(Duration.ofDays(1)), Duration.ofDays(4));
        assertThat(storage.rollups().byOperation(before, Duration.ofHours(1))).isEmpty();
        assertThat(storage.rollups().counts()).isNotEmpty();
    }

    private void play(DemoSettings settings, Retention retention) {
        try (DemoWorkload demo = new DemoWorkload(tidemark, storage, retention, clock)) {
            demo.start(settings);
        }
    }
}
