package io.tidemark.domain.trace;

import static io.tidemark.domain.trace.TraceFixture.at;
import static io.tidemark.domain.trace.TraceFixture.running;
import static io.tidemark.domain.trace.TraceFixture.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.trace.Waterfall.Own;
import io.tidemark.domain.trace.Waterfall.Row;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class WaterfallTest {
    @Test
    void rows_lieOnOneAxis() {
        Waterfall waterfall = Waterfall.of(TraceTree.of(List.of(span(1, 0, 10, 90), span(2, 1, 25, 120))), 100);

        assertThat(waterfall.start()).isEqualTo(at(10));
        assertThat(waterfall.micros()).isEqualTo(110);
        assertThat(waterfall.rows()).extracting(Row::offsetMicros).containsExactly(0L, 15L);
        assertThat(waterfall.leftOut()).isZero();
    }

    @Test
    void ownTime_liesWhereNoChildRan() {
        Waterfall waterfall = Waterfall.of(
                TraceTree.of(List.of(span(1, 0, 10, 100), span(2, 1, 20, 40), span(3, 1, 30, 60), span(4, 1, 90, 200))),
                100);

        assertThat(waterfall.rows().get(0).own()).containsExactly(new Own(0, 10), new Own(50, 30));
        assertThat(waterfall.rows().get(0).node().ownMicros()).hasValue(40);
        assertThat(waterfall.rows().get(3).own()).containsExactly(new Own(80, 110));
    }

    @Test
    void spansThatRun_reachToTheEndOfWhatIsKnown() {
        Waterfall waterfall = Waterfall.of(TraceTree.of(List.of(running(1, 0, 0), running(2, 1, 40))), 100);

        assertThat(waterfall.micros()).isEqualTo(40);
    }

    @Test
    void spansThatTookLongest_areShown_withAllThatTheyAreAPartOf() {
        TraceTree tree = TraceTree.of(List.of(
                span(1, 0, 0, 1_000), span(2, 1, 0, 10), span(3, 1, 10, 40), span(4, 3, 20, 500), span(5, 4, 20, 22)));

        Waterfall waterfall = Waterfall.of(tree, 3);

        assertThat(ids(waterfall)).containsExactly(1, 3, 4);
        assertThat(waterfall.rows()).extracting(Row::left).containsExactly(1, 0, 1);
        assertThat(waterfall.spans()).isEqualTo(5);
        assertThat(waterfall.leftOut()).isEqualTo(2);
    }

    @Test
    void fiveThousandSpans_areCutToWhatFits() {
        List<Span> spans = Stream.concat(
                        Stream.of(span(1, 0, 0, 100_000)),
                        IntStream.rangeClosed(2, 5_000).mapToObj(i -> span(i, i / 3 + 1 < i ? i / 3 + 1 : 1, i, i + i)))
                .toList();

        Waterfall waterfall = Waterfall.of(TraceTree.of(spans), 1_000);

        assertThat(waterfall.rows()).hasSizeBetween(900, 1_000);
        assertThat(waterfall.spans()).isEqualTo(5_000);
        assertThat(waterfall.rows().get(0).node().depth()).isZero();
    }

    @Test
    void waterfall_ofNoSpans_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Waterfall.of(TraceTree.of(List.of()), 100))
                .withMessage("a waterfall needs at least one span");
    }

    private static List<Integer> ids(Waterfall waterfall) {
        return waterfall.rows().stream()
                .map(row -> Integer.parseInt(row.node().span().id().spanId(), 16))
                .toList();
    }
}
