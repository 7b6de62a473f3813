package io.tidemark.bridge.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Clock;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.application.RecordedTimings;
import io.tidemark.application.record.Loss;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TidemarkMeterRegistryTest {
    private final RecordedTimings recorded = new RecordedTimings();
    private final TidemarkMeterRegistry registry = new TidemarkMeterRegistry(recorded.tidemark());

    @AfterEach
    void close() {
        registry.close();
        recorded.close();
    }

    @Test
    void timer_isRecordedUnderItsName() {
        registry.timer("shop.checkout", "region", "eu").record(Duration.ofMillis(3));

        Timing timing = recorded.only();
        assertThat(timing.operation()).isEqualTo("shop.checkout");
        assertThat(timing.durationMicros()).isEqualTo(3_000);
        assertThat(timing.context()).isEqualTo(recorded.tidemark().context());
    }

    @Test
    void timer_withABranch_isRecordedOnIt() {
        registry.timer("commit", "branch", "main").record(1, TimeUnit.SECONDS);

        assertThat(recorded.only().context().branch()).isEqualTo("main");
    }

    @Test
    void timer_withABranchThatIsNone_isRecordedOnNone() {
        registry.timer("commit", "branch", "none").record(1, TimeUnit.SECONDS);
        registry.timer("commit", "branch", "").record(1, TimeUnit.SECONDS);
        registry.timer("commit", "branch", "x".repeat(1_000)).record(1, TimeUnit.SECONDS);

        assertThat(recorded.end())
                .hasSize(3)
                .allSatisfy(timing -> assertThat(timing.context().branch()).isNull());
    }

    @Test
    void timer_isRecordedBehindACompositeToo() {
        MeterRegistry composite = new CompositeMeterRegistry()
                .add(new SimpleMeterRegistry(SimpleConfig.DEFAULT, Clock.SYSTEM))
                .add(registry);
        Timer.Sample sample = Timer.start(composite);
        sample.stop(composite.timer("commit"));
        composite.timer("commit").record(() -> {});

        assertThat(recorded.end()).extracting(Timing::operation).containsExactly("commit", "commit");
    }

    @Test
    void timer_keepsItsOwnFigures() {
        Timer commit = registry.timer("commit");
        commit.record(Duration.ofMillis(3));
        commit.record(Duration.ofMillis(5));

        assertThat(commit.count()).isEqualTo(2);
        assertThat(commit.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(8);
        assertThat(commit.max(TimeUnit.MILLISECONDS)).isEqualTo(5);
    }

    @Test
    void filters_sayWhatIsRecordedAndUnderWhichName() {
        registry.config()
                .meterFilter(MeterFilter.denyNameStartsWith("jvm."))
                .meterFilter(MeterFilter.renameTag("shop", "basket", "branch"));
        registry.timer("jvm.gc.pause").record(Duration.ofMillis(3));
        registry.timer("shop.checkout", "basket", "large").record(Duration.ofMillis(3));

        assertThat(recorded.only().operation()).isEqualTo("shop.checkout");
        assertThat(recorded.only().context().branch()).isEqualTo("large");
    }

    @Test
    void otherMeters_areNoTimings() {
        Counter counter = registry.counter("orders");
        counter.increment();
        registry.summary("basket").record(3);

        assertThat(counter.count()).isEqualTo(1);
        assertThat(recorded.end()).isEmpty();
    }

    @Test
    void timer_whoseNameBreaksTheRules_worksAndIsCountedAsLost() {
        registry.timer("x".repeat(201)).record(Duration.ofMillis(3));

        assertThat(recorded.end()).isEmpty();
        assertThat(recorded.tidemark().report().lost()).containsEntry(Loss.INVALID, 1L);
    }

    @Test
    void timer_recordedByManyThreads_losesNothing() {
        Timer commit = registry.timer("commit");
        IntStream.range(0, 5_000).parallel().forEach(i -> commit.record(Duration.ofNanos(1_000L * (i + 1))));

        assertThat(recorded.end().stream().mapToLong(Timing::durationMicros).sum())
                .isEqualTo(5_000L * 5_001 / 2);
    }
}
