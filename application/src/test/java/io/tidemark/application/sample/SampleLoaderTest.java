package io.tidemark.application.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.application.SettableClock;
import io.tidemark.application.baseline.Baselines;
import io.tidemark.application.baseline.CountingTimings;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.baseline.BaselinePolicy;
import java.time.Instant;
import org.junit.jupiter.api.Test;

final class SampleLoaderTest {
    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-21T10:00:30Z"));
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final Baselines baselines = new Baselines(
            new CountingTimings(storage.rollups(), storage.incidents(), storage.exclusions()),
            storage.timingReader(),
            storage.baselines(),
            operation -> BaselinePolicy.DEFAULT,
            clock);
    private final SampleLoader loader = new SampleLoader(storage, baselines, clock);

    @Test
    void load_activatesTheBaselinesOfTheFiveOperations() {
        assertThat(loader.load(false)).isEqualTo(storage.baselineReader().active());

        assertThat(storage.baselineReader().active())
                .extracting(active -> "%s %d %.1f"
                        .formatted(
                                active.baseline().scope(),
                                active.baseline().normal().samples(),
                                active.baseline().multiplier()))
                .containsExactly(
                        "branch_create 12 3.0",
                        "commit 20 2.5",
                        "get_history 25 2.0",
                        "merge_branches 15 2.0",
                        "rollback_commit 10 2.0");
    }

    @Test
    void load_keepsATraceAndMerges() {
        loader.load(false);

        assertThat(storage.traceReader().latest(10)).hasSize(1);
        assertThat(storage.mergeReader().latest(10)).hasSize(3);
    }

    @Test
    void load_isRefusedWhereThereAreTimings() {
        loader.load(false);

        assertThatExceptionOfType(SampleRefusedException.class)
                .isThrownBy(() -> loader.load(false))
                .withMessageContaining("timings are kept here already");
        assertThat(storage.rollups().counts()).containsEntry("commit", 20L);
    }

    @Test
    void load_isDoneAllTheSameWhenForced() {
        loader.load(false);
        loader.load(true);

        assertThat(storage.rollups().counts()).containsEntry("commit", 40L);
    }
}
