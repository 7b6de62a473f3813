package io.tidemark.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.operation.Catalogue;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.trace.TraceTree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DemoStoryTest {
    private static final long SEED = 2026;
    private static final Instant WEDNESDAY_NOON = Instant.parse("2026-11-18T12:00:00Z");
    private static final Instant SATURDAY_NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final DemoStory story = new DemoStory(SEED, WEDNESDAY_NOON);

    @Test
    void story_isTheSameForTheSameSeedAndBeginning() {
        assertThat(hour(new DemoStory(SEED, WEDNESDAY_NOON), WEDNESDAY_NOON)).isEqualTo(hour(story, WEDNESDAY_NOON));
    }

    @Test
    void story_isAnotherForAnotherSeed() {
        assertThat(hour(new DemoStory(SEED + 1, WEDNESDAY_NOON), WEDNESDAY_NOON).timings())
                .isNotEqualTo(hour(story, WEDNESDAY_NOON).timings());
    }

    @Test
    void past_isTheSameWheneverTheStoryBegins() {
        Instant before = WEDNESDAY_NOON.minus(Duration.ofHours(1));

        assertThat(hour(new DemoStory(SEED, SATURDAY_NOON), before)).isEqualTo(hour(story, before));
    }

    @Test
    void weekEnd_isQuieterThanAWorkingDay_andNightThanNoon() {
        DemoStory later = new DemoStory(SEED, SATURDAY_NOON.plus(Duration.ofDays(2)));

        int working = hour(later, WEDNESDAY_NOON).timings().size();

        assertThat(hour(later, SATURDAY_NOON).timings()).hasSizeLessThan(working * 2 / 3);
        assertThat(hour(later, WEDNESDAY_NOON.plus(Duration.ofHours(13))).timings())
                .hasSizeLessThan(working / 2);
    }

    /** At any time of the day and of the week: that is what the first page of the documentation promises. */
    @ParameterizedTest
    @ValueSource(
            strings = {"2026-11-18T12:00:00Z", "2026-11-19T02:30:07Z", "2026-11-21T03:59:59Z", "2026-11-22T01:02:03Z"})
    void story_breaksABaselineWithinHalfAMinute(Instant beginning) {
        DemoStory beginningThen = new DemoStory(SEED, beginning);
        Sketch commits = new Sketch();
        timings(beginningThen, beginning.minus(Duration.ofDays(2)), beginning).stream()
                .filter(timing -> timing.operation().equals("commit"))
                .forEach(timing -> commits.add(timing.durationMicros()));
        double threshold = 2 * commits.quantile(0.99);

        assertThat(timings(beginningThen, beginning, beginning.plusSeconds(30)))
                .anyMatch(timing -> timing.operation().equals("commit") && timing.durationMicros() > threshold);
    }

    @Test
    void disk_slowsDownSeveralOperationsTogether() {
        Instant backup = WEDNESDAY_NOON.plus(Duration.ofMinutes(70));
        DemoStory later = new DemoStory(SEED, SATURDAY_NOON);

        for (String operation : List.of("commit", "branch_checkout")) {
            assertThat(p90(operation, timings(later, backup, backup.plus(Duration.ofMinutes(12)))))
                    .isGreaterThan(
                            1.3 * p90(operation, hour(later, WEDNESDAY_NOON).timings()));
        }
    }

    @Test
    void operations_areAllKnownToTheCatalogue() {
        assertThat(Catalogue.known()).extracting(OperationType::name).containsAll(DemoStory.operations());
    }

    @Test
    void merges_areTracesOfSpansThatNest() {
        List<DemoMerge> merges =
                hour(story, WEDNESDAY_NOON.minus(Duration.ofHours(2))).merges();

        assertThat(merges).isNotEmpty().allSatisfy(merge -> {
            TraceTree tree = TraceTree.of(merge.spans());
            assertThat(tree.nodes()).hasSameSizeAs(merge.spans());
            assertThat(tree.nodes().get(0).span().start())
                    .isEqualTo(merge.merge().start());
            assertThat(tree.nodes()).allMatch(node -> node.shareOfRoot().orElseThrow() <= 1);
        });
    }

    private static Scene hour(DemoStory story, Instant from) {
        return pieces(story, from, from.plus(Duration.ofHours(1)));
    }

    private static List<Timing> timings(DemoStory story, Instant from, Instant to) {
        return pieces(story, from, to).timings().stream()
                .filter(timing -> timing.end().isBefore(to))
                .toList();
    }

    private static Scene pieces(DemoStory story, Instant from, Instant to) {
        return Scene.of(LongStream.rangeClosed(DemoStory.pieceOf(from), DemoStory.pieceOf(to.minusNanos(1)))
                .mapToObj(story::piece)
                .toList());
    }

    private static double p90(String operation, List<Timing> timings) {
        Sketch durations = new Sketch();
        timings.stream()
                .filter(timing -> timing.operation().equals(operation))
                .forEach(timing -> durations.add(timing.durationMicros()));
        return durations.quantile(0.9);
    }
}
