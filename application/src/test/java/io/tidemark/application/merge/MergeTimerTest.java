package io.tidemark.application.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.SettableClock;
import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.application.trace.OpenSpan;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineFixture;
import io.tidemark.domain.merge.Branches;
import io.tidemark.domain.merge.Conflicts;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.merge.Resolution;
import io.tidemark.domain.merge.Verdict;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimingFixture;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class MergeTimerTest {
    private final SettableClock clock = new SettableClock(TimingFixture.NOON);
    private final AtomicLong nanos = new AtomicLong();
    private final Storage storage = Storages.create("memory", new StorageSettings(Map.of()), clock);
    private final Tidemark tidemark =
            Tidemark.over(storage, TidemarkSettings.defaults(), new Clocks(clock, nanos::get));

    @Test
    void close_recordsTheMergeWithItsPhases_andItsTimings() {
        MergeTimer timer = tidemark.merge("feature/x", "main");
        try (timer) {
            String base = timer.base(() -> after(10, "a1b2c3"));
            List<String> conflicts = timer.conflicts(() -> after(30, List.of("a", "b", "c")));
            int resolved = timer.resolve(() -> after(20, 2));
            after(40, "commit");
            timer.outcome(new JsonObject("{\"files\":3}"));
            timer.succeed();

            assertThat(base).isEqualTo("a1b2c3");
            assertThat(conflicts).hasSize(3);
            assertThat(resolved).isEqualTo(2);
        }

        Merge merge = merge();
        assertThat(merge.branches()).isEqualTo(new Branches("feature/x", "main", "a1b2c3"));
        assertThat(merge.phases()).isEqualTo(new Phases(10, 30, 20, 100));
        assertThat(merge.conflicts()).isEqualTo(new Conflicts(3, 2, 1));
        assertThat(merge.verdict())
                .isEqualTo(new Verdict(MergeStatus.SUCCESS, Resolution.MANUAL, new JsonObject("{\"files\":3}")));
        assertThat(merge.start()).isEqualTo(TimingFixture.NOON);
        assertThat(storage.rollups().counts())
                .containsOnlyKeys("merge_branches", "merge_base_find", "merge_conflict_detect", "merge_auto_resolve");
    }

    @Test
    void close_withoutAnOutcome_abandons() {
        tidemark.merge("feature/x", "main").close();

        assertThat(merge().verdict()).isEqualTo(new Verdict(MergeStatus.ABANDONED, Resolution.NONE, null));
    }

    @Test
    void phase_thatThrows_passesItOn_andIsTimed() {
        MergeTimer timer = tidemark.merge("feature/x", "main");
        try (timer) {
            assertThatThrownBy(() -> timer.base(() -> {
                        after(5, "");
                        throw new IOException("no such commit");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("no such commit");
            timer.fail();
        }

        assertThat(merge().phases().baseMicros()).isEqualTo(5);
        assertThat(merge().branches().base()).isNull();
        assertThat(merge().verdict().status()).isEqualTo(MergeStatus.FAILED);
    }

    @Test
    void resolved_keepsWhatTheApplicationSays() {
        MergeTimer timer = tidemark.merge("feature/x", "main");
        timer.conflicts(() -> List.of("a"));
        timer.resolved(Resolution.MANUAL);
        timer.succeedPartly();
        timer.close();

        assertThat(merge().verdict()).isEqualTo(new Verdict(MergeStatus.PARTIAL_SUCCESS, Resolution.MANUAL, null));
    }

    @Test
    void resolved_thatContradictsTheConflicts_doesNotCount() {
        MergeTimer timer = tidemark.merge("feature/x", "main");
        timer.resolved(Resolution.AUTO);
        timer.succeed();
        timer.close();

        assertThat(merge().verdict().resolution()).isEqualTo(Resolution.NONE);
    }

    @Test
    void resolve_thatCountsTooMany_isHeldToTheConflicts() {
        MergeTimer timer = tidemark.merge("feature/x", "main");
        timer.conflicts(() -> List.of("a"));
        timer.resolve(() -> 7);
        timer.close();

        assertThat(merge().conflicts()).isEqualTo(new Conflicts(1, 1, 0));
    }

    @Test
    void close_ofASlowMerge_raisesAnAlert() {
        storage.baselines()
                .activate(new Baseline(
                        Scope.of("merge_branches"),
                        Duration.ofDays(7),
                        BaselineFixture.normalUpTo(1_000),
                        2,
                        BaselineFixture.ASKED_FOR_BY_ANNA));
        try (Tidemark watching = Tidemark.over(storage, TidemarkSettings.defaults(), new Clocks(clock, nanos::get))) {
            MergeTimer timer = watching.merge("feature/x", "main");
            after(2_001, "");
            timer.close();
        }

        assertThat(storage.alertReader().latest(Which.ALL, 10))
                .singleElement()
                .satisfies(report ->
                        assertThat(report.alert().fingerprint().subject()).isEqualTo("merge_branches"));
    }

    @Test
    void close_twice_recordsOnce() {
        MergeTimer timer = tidemark.merge("feature/x", "main");
        timer.close();
        timer.close();

        assertThat(merge()).isNotNull();
        assertThat(tidemark.mergeReport().written()).isEqualTo(1);
    }

    @Test
    void merge_insideASpan_leadsToIt() {
        try (OpenSpan release = tidemark.span("branch_archive", "release 7")) {
            tidemark.merge("feature/x", "main").close();

            assertThat(merge().by().span()).isEqualTo(release.id());
        }
    }

    @Test
    void merge_outsideOfSpans_leadsToNone() {
        tidemark.merge("feature/x", "main").close();

        assertThat(merge().by().span()).isNull();
    }

    private Merge merge() {
        tidemark.close();
        assertThat(storage.mergeReader().latest(10)).hasSize(1);
        return storage.mergeReader().latest(10).get(0);
    }

    private <T> T after(long micros, T result) {
        nanos.addAndGet(1_000 * micros);
        clock.set(clock.instant().plus(micros, ChronoUnit.MICROS));
        return result;
    }
}
