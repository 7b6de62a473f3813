package io.tidemark.bridge.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.application.RecordedTimings;
import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import java.time.Clock;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TidemarkMetricsTest {
    private final RecordedTimings recorded = new RecordedTimings();
    private final Tidemark tidemark = recorded.tidemark();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void bind() {
        new TidemarkMetrics(tidemark).bindTo(registry);
    }

    @AfterEach
    void close() {
        registry.close();
        recorded.close();
    }

    @Test
    void written_countsWhatWasStored() {
        tidemark.record("commit", Duration.ofMillis(3));
        tidemark.record("commit", Duration.ofMillis(3));
        assertThat(figure("tidemark.timings.written")).isZero();

        recorded.end();
        assertThat(figure("tidemark.timings.written")).isEqualTo(2);
    }

    @Test
    void lost_countsByReason() {
        tidemark.record("", Duration.ofMillis(3));
        tidemark.close();
        tidemark.record("commit", Duration.ofMillis(3));
        tidemark.record("commit", Duration.ofMillis(3));

        assertThat(figure("tidemark.timings.lost", "reason", "invalid")).isEqualTo(1);
        assertThat(figure("tidemark.timings.lost", "reason", "recorder_closed")).isEqualTo(2);
        assertThat(figure("tidemark.timings.lost", "reason", "buffer_full")).isZero();
    }

    @Test
    void heldBack_countsSlowTimingsThatNothingWasDecidedAbout() {
        Storage storage = Storages.create("memory", StorageSettings.NONE, Clock.systemUTC());
        try (Tidemark before = Tidemark.over(storage, TidemarkSettings.defaults(), Clocks.system())) {
            IntStream.range(0, 100).forEach(i -> before.record("commit", Duration.ofMillis(10)));
        }
        Tidemark learned = Tidemark.over(storage, TidemarkSettings.defaults(), Clocks.system());
        SimpleMeterRegistry second = new SimpleMeterRegistry();
        new TidemarkMetrics(learned).bindTo(second);
        learned.calculateBaseline("commit");
        learned.close();
        learned.record("commit", Duration.ofSeconds(10));

        assertThat(second.get("tidemark.timings.held.back").functionCounter().count())
                .isEqualTo(1);
    }

    private double figure(String name, String... tags) {
        FunctionCounter counter = registry.get(name).tags(tags).functionCounter();
        return counter.count();
    }
}
