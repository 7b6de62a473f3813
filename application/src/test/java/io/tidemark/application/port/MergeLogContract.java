package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.domain.merge.Branches;
import io.tidemark.domain.merge.Conflicts;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeBatch;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.MergedBy;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.merge.Resolution;
import io.tidemark.domain.merge.Verdict;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contracts of {@link MergeLog} and {@link MergeReader}. */
public abstract class MergeLogContract extends PortContract {
    @Test
    void append_keepsAllThatTheMergeSays() {
        Merge full = new Merge(
                new Branches("feature/'x'", "main", "a1b2c3"),
                new Phases(10, 30, 20, 100),
                new Conflicts(5, 3, 1),
                new Verdict(MergeStatus.PARTIAL_SUCCESS, Resolution.MANUAL, new JsonObject("{\"files\":[\"a b\"]}")),
                RECENTLY,
                new MergedBy("ada", "s-1", new SpanId("0af7651916cd43dd8448eb211c80319c", "00f067aa0ba902b7")));
        Merge bare = merge(RECENTLY.minusSeconds(1));
        storage.merges().append(List.of(full, bare));

        assertThat(storage.mergeReader().latest(10)).containsExactly(full, bare);
    }

    @Test
    void append_countsTheTimingsOfTheMergeOnItsTargetBranch() {
        storage.merges().append(List.of(merge(RECENTLY.plus(5, ChronoUnit.SECONDS))));

        assertThat(storage.rollups().counts())
                .containsOnlyKeys("merge_branches", "merge_base_find", "merge_conflict_detect");
        assertThat(storage.rollups()
                        .merged(
                                new Scope("merge_conflict_detect", "main"),
                                TimeRange.endingAt(RECENTLY.plusSeconds(60), Duration.ofHours(1)))
                        .totals()
                        .sum())
                .isEqualTo(30);
    }

    @Test
    void append_ofTheSameBatchAgain_changesNothing() {
        MergeBatch batch = MergeBatch.of(List.of(merge(RECENTLY)));
        storage.merges().append(batch);
        storage.merges().append(batch);

        assertThat(storage.mergeReader().latest(10)).hasSize(1);
        assertThat(storage.rollups().counts()).containsEntry("merge_branches", 1L);
    }

    @Test
    void append_countsEqualMergesEach() {
        storage.merges().append(List.of(merge(RECENTLY), merge(RECENTLY)));
        storage.merges().append(List.of(merge(RECENTLY)));

        assertThat(storage.mergeReader().latest(10)).hasSize(3);
        assertThat(storage.rollups().counts()).containsEntry("merge_branches", 3L);
    }

    @Test
    void append_doesNothingWithAnEmptyBatch() {
        storage.merges().append(List.of());

        assertThat(storage.mergeReader().latest(10)).isEmpty();
        assertThat(storage.rollups().counts()).isEmpty();
    }

    @Test
    void append_keepsNeitherMergesNorTimingsWhenItThrows() {
        List<Merge> withAHole = Arrays.asList(merge(RECENTLY), null);

        assertThatThrownBy(() -> storage.merges().append(withAHole)).isInstanceOf(RuntimeException.class);
        assertThat(storage.mergeReader().latest(10)).isEmpty();
        assertThat(storage.rollups().counts()).isEmpty();
    }

    @Test
    void latest_comesByTheCompletion_theMostRecentFirst() {
        storage.merges()
                .append(List.of(merge(RECENTLY), merge(RECENTLY.plusSeconds(2)), merge(RECENTLY.plusSeconds(1))));

        assertThat(storage.mergeReader().latest(2))
                .extracting(Merge::completion)
                .containsExactly(RECENTLY.plusSeconds(2), RECENTLY.plusSeconds(1));
    }

    @Test
    void latest_ofTheSameInstant_comesTheOneStoredLastFirst() {
        storage.merges().append(List.of(merge("first", RECENTLY)));
        storage.merges().append(List.of(merge("second", RECENTLY)));

        assertThat(storage.mergeReader().latest(10))
                .extracting(merge -> merge.branches().source())
                .containsExactly("second", "first");
    }

    private static Merge merge(Instant completion) {
        return merge("feature/x", completion);
    }

    private static Merge merge(String source, Instant completion) {
        return new Merge(
                new Branches(source, "main", null),
                new Phases(10, 30, 0, 100),
                Conflicts.NONE,
                new Verdict(MergeStatus.SUCCESS, Resolution.NONE, null),
                completion,
                new MergedBy("ada", null));
    }
}
