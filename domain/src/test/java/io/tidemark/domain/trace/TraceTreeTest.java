package io.tidemark.domain.trace;

import static io.tidemark.domain.trace.TraceFixture.id;
import static io.tidemark.domain.trace.TraceFixture.running;
import static io.tidemark.domain.trace.TraceFixture.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.trace.SpanState.Running;
import io.tidemark.domain.trace.TraceTree.Node;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TraceTreeTest {
    @Test
    void nodes_stand_afterTheirParent_byTheirStart() {
        TraceTree tree = TraceTree.of(List.of(
                span(5, 4, 22, 23), span(3, 1, 20, 30), span(2, 1, 10, 15), span(4, 2, 11, 12), span(1, 0, 0, 40)));

        assertThat(tree.nodes())
                .extracting(Node::span)
                .extracting(Span::id)
                .containsExactly(id(1), id(2), id(4), id(5), id(3));
        assertThat(tree.nodes()).extracting(Node::depth).containsExactly(0, 1, 2, 3, 1);
        assertThat(tree.leftOut()).isZero();
    }

    @Test
    void nodes_ofTheSameStart_standByTheirId() {
        TraceTree tree = TraceTree.of(List.of(span(3, 1, 5, 6), span(2, 1, 5, 7), span(1, 0, 5, 9)));

        assertThat(tree.nodes()).extracting(node -> node.span().id()).containsExactly(id(1), id(2), id(3));
    }

    @Test
    void path_leadsFromTheRootToTheSpan() {
        TraceTree tree = TraceTree.of(List.of(span(1, 0, 0, 9), span(2, 1, 1, 8), span(3, 2, 2, 7)));

        assertThat(tree.nodes().get(2).path())
                .containsExactly("0000000000000001", "0000000000000002", "0000000000000003");
    }

    @Test
    void shareOfRoot_isThePartOfTheRootsDuration() {
        TraceTree tree = TraceTree.of(List.of(span(1, 0, 0, 40), span(2, 1, 10, 20), span(3, 1, 10, 90)));

        assertThat(tree.nodes())
                .extracting(node -> node.shareOfRoot().orElseThrow())
                .containsExactly(1.0, 0.25, 2.0);
    }

    @Test
    void shareOfRoot_isUnknown_whenTheRootRuns_orTookNoTime() {
        assertThat(TraceTree.of(List.of(running(1, 0, 0), span(2, 1, 1, 2))).nodes())
                .allSatisfy(node -> assertThat(node.shareOfRoot()).isEmpty());
        assertThat(TraceTree.of(List.of(span(1, 0, 0, 0), span(2, 1, 0, 2))).nodes())
                .allSatisfy(node -> assertThat(node.shareOfRoot()).isEmpty());
    }

    @Test
    void ownTime_isTheDurationWithoutTheChildren() {
        assertThat(ownMicros(span(1, 0, 0, 40), span(2, 1, 5, 10), span(3, 1, 20, 35)))
                .isEqualTo(20);
    }

    @Test
    void ownTime_countsTheTimeOfParallelChildrenOnce() {
        assertThat(ownMicros(span(1, 0, 0, 10), span(2, 1, 2, 8), span(3, 1, 2, 8), span(4, 1, 3, 9)))
                .isEqualTo(3);
    }

    @Test
    void ownTime_leavesOutWhatLiesBeyondTheParent() {
        assertThat(ownMicros(span(1, 0, 10, 20), span(2, 1, 0, 12), span(3, 1, 19, 99), span(4, 1, 30, 40)))
                .isEqualTo(7);
    }

    @Test
    void ownTime_countsAChildThatStillRunsUpToTheEndOfItsParent() {
        assertThat(ownMicros(span(1, 0, 0, 10), running(2, 1, 4))).isEqualTo(4);
    }

    @Test
    void ownTime_doesNotCountGrandchildren() {
        assertThat(ownMicros(span(1, 0, 0, 10), span(2, 1, 0, 4), span(3, 2, 6, 9)))
                .isEqualTo(6);
    }

    @Test
    void ownTime_isUnknownWhileTheSpanRuns() {
        assertThat(TraceTree.of(List.of(running(1, 0, 0))).nodes().get(0).ownMicros())
                .isEmpty();
    }

    @Test
    void ownTime_isWhatCountingEachMicrosecondSays() {
        long seed = 20_260_302;
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            Span parent = span(1, 0, 20, 20 + random.nextInt(30));
            List<Span> all = new ArrayList<>(List.of(parent));
            for (int child = 2; child < 2 + random.nextInt(8); child++) {
                int from = random.nextInt(60);
                all.add(
                        random.nextInt(8) == 0
                                ? running(child, 1, from)
                                : span(child, 1, from, from + random.nextInt(20)));
            }
            Collections.shuffle(all, random);

            assertThat(ownMicros(all.toArray(Span[]::new)))
                    .as("seed %d, run %d: %s", seed, run, all)
                    .isEqualTo(idleTicks(parent, all));
        }
    }

    @Test
    void span_whoseParentIsMissing_isARootOfItsOwn() {
        TraceTree tree = TraceTree.of(List.of(span(2, 1, 5, 9), span(3, 2, 6, 8)));

        assertThat(tree.nodes()).extracting(Node::depth).containsExactly(0, 1);
        assertThat(tree.nodes().get(0).shareOfRoot()).hasValue(1);
    }

    @Test
    void spans_thatAreEachTheParentOfTheOther_areLeftOut() {
        TraceTree tree = TraceTree.of(List.of(span(1, 0, 0, 9), span(2, 3, 1, 2), span(3, 2, 1, 2), span(4, 3, 1, 2)));

        assertThat(tree.nodes()).extracting(node -> node.span().id()).containsExactly(id(1));
        assertThat(tree.leftOut()).isEqualTo(3);
    }

    @Test
    void spans_deeperThanTheBound_areLeftOut() {
        List<Span> chain = IntStream.rangeClosed(1, 10_000)
                .mapToObj(i -> span(i, i - 1, i, 20_000))
                .toList();

        TraceTree tree = TraceTree.of(chain);

        assertThat(tree.nodes()).hasSize(101).last().extracting(Node::depth).isEqualTo(100);
        assertThat(tree.leftOut()).isEqualTo(9_899);
    }

    @Test
    void tree_takesTenThousandSpans() {
        List<Span> wide = new ArrayList<>();
        for (int i = 1; i <= 10_000; i++) {
            wide.add(span(i, i / 10, i, i + 5));
        }
        Collections.shuffle(wide, new Random(7));

        assertThat(TraceTree.of(wide).nodes()).hasSize(10_000);
    }

    @Test
    void span_thatIsThereTwice_countsOnce() {
        TraceTree tree = TraceTree.of(List.of(running(1, 0, 0), span(1, 0, 0, 5)));

        assertThat(tree.nodes()).singleElement().extracting(Node::span).isEqualTo(span(1, 0, 0, 5));
        assertThat(tree.leftOut()).isZero();
    }

    @Test
    void tree_ofNothing_isEmpty() {
        assertThat(TraceTree.of(List.of())).isEqualTo(new TraceTree(List.of(), 0));
    }

    @Test
    void tree_refusesSpansOfTwoTraces() {
        Span other = new Span(
                new SpanId("f".repeat(32), "f".repeat(16)),
                null,
                TraceFixture.MERGE,
                TraceFixture.at(0),
                new Running(),
                SpanDetails.NONE);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TraceTree.of(List.of(running(1, 0, 0), other)))
                .withMessageContaining("is not of trace " + TraceFixture.TRACE);
    }

    /** The own time of the first span. */
    private static long ownMicros(Span... spans) {
        return TraceTree.of(List.of(spans)).nodes().stream()
                .filter(node -> node.span().id().equals(id(1)))
                .findFirst()
                .orElseThrow()
                .ownMicros()
                .orElseThrow();
    }

    private static long idleTicks(Span parent, List<Span> all) {
        BitSet idle = new BitSet();
        idle.set(tick(parent, 0), tick(parent, parent.micros().orElseThrow()));
        for (Span child : all) {
            if (child.parentId() != null) {
                idle.clear(tick(child, 0), tick(child, child.micros().orElse(1_000)));
            }
        }
        return idle.cardinality();
    }

    private static int tick(Span span, long after) {
        return (int) (ChronoUnit.MICROS.between(TraceFixture.at(0), span.start()) + after);
    }
}
