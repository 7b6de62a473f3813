package io.tidemark.application.sample;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.trace.TraceTree;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SampleDataTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:30Z");
    private static final List<String> FIVE =
            List.of("branch_create", "commit", "get_history", "merge_branches", "rollback_commit");

    private final SampleData sample = new SampleData(NOW);

    @Test
    void sample_has82TimingsOfFiveOperations() {
        Map<String, Long> counts = ofTheFive().collect(groupingBy(Timing::operation, counting()));

        assertThat(counts)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "branch_create", 12L,
                        "commit", 20L,
                        "get_history", 25L,
                        "merge_branches", 15L,
                        "rollback_commit", 10L));
    }

    @ParameterizedTest
    @CsvSource({
        "branch_create, 1, 4",
        "commit, 2, 7",
        "get_history, 5, 50",
        "merge_branches, 50, 100",
        "rollback_commit, 20, 200"
    })
    void durations_stayInTheirRange(String operation, int fromMillis, int toMillis) {
        assertThat(ofTheFive().filter(timing -> timing.operation().equals(operation)))
                .allMatch(timing ->
                        timing.durationMicros() >= fromMillis * 1_000L && timing.durationMicros() <= toMillis * 1_000L);
    }

    @Test
    void sample_liesInTheTwoHoursBefore() {
        assertThat(ofTheFive())
                .allMatch(
                        timing -> timing.end().isBefore(NOW) && timing.start().isAfter(NOW.minus(Duration.ofHours(2))));
    }

    @Test
    void trace_isAMergeWithWhatItIsMadeOf() {
        TraceTree tree = TraceTree.of(sample.trace());

        assertThat(tree.nodes())
                .extracting(node -> node.depth() + " " + node.span().work().operation())
                .containsExactly(
                        "0 merge_branches",
                        "1 merge_base_find",
                        "1 merge_conflict_detect",
                        "2 get_diff",
                        "1 merge_auto_resolve",
                        "1 commit");
        assertThat(tree.nodes()).allMatch(node -> node.span().state().isEnded());
    }

    private Stream<Timing> ofTheFive() {
        return Stream.concat(sample.timings().stream(), sample.merges().stream().flatMap(merge -> timings(merge)))
                .filter(timing -> FIVE.contains(timing.operation()));
    }

    private static Stream<Timing> timings(Merge merge) {
        return merge.timings().stream();
    }
}
