package io.tidemark.application.port;

import static io.tidemark.application.port.SpanFixture.ERROR;
import static io.tidemark.application.port.SpanFixture.WORK;
import static io.tidemark.application.port.SpanFixture.at;
import static io.tidemark.application.port.SpanFixture.ended;
import static io.tidemark.application.port.SpanFixture.failed;
import static io.tidemark.application.port.SpanFixture.id;
import static io.tidemark.application.port.SpanFixture.running;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanDetails;
import io.tidemark.domain.trace.SpanError;
import io.tidemark.domain.trace.SpanState.Failed;
import io.tidemark.domain.trace.SpanState.Succeeded;
import io.tidemark.domain.trace.TraceTree;
import io.tidemark.domain.trace.Work;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract of {@link TraceLog}. */
public abstract class TraceLogContract extends PortContract {
    private static final String TRACE = id(1, 1).traceId();

    @Test
    void append_keepsAllThatTheSpanSays() {
        Span root = ended(1, 1, 0, 0, 9);
        Span full = new Span(
                id(1, 2),
                id(1, 1).spanId(),
                WORK,
                at(3),
                new Failed(at(8), ERROR),
                new SpanDetails(4_096L, 0L, new JsonObject("{\"a\":{\"b c\":[1,2.5,\"x: y, z \\\" \\\\ \"]}}")));
        storage.traces().append(List.of(root, full));

        assertThat(spans()).containsExactly(root, full);
    }

    @Test
    void append_keepsAFailureThatNobodyExplained() {
        Span failed = SpanFixture.span(1, 1, 0, 0, new Failed(at(1), SpanError.UNKNOWN));
        storage.traces().append(List.of(failed));

        assertThat(spans()).containsExactly(failed);
    }

    @Test
    void append_doesNothingWithAnEmptyList() {
        storage.traces().append(List.of());

        assertThat(storage.traceReader().latest(10)).isEmpty();
    }

    @Test
    void append_keepsNoneWhenItThrows() {
        List<Span> withAHole = Arrays.asList(running(1, 1, 0, 0), null);

        assertThatThrownBy(() -> storage.traces().append(withAHole)).isInstanceOf(RuntimeException.class);
        assertThat(spans()).isEmpty();
    }

    @Test
    void append_keepsAParentThatHasNotArrivedAsPending() {
        Span child = running(1, 2, 1, 5);
        storage.traces().append(List.of(child));

        assertThat(spans()).containsExactlyInAnyOrder(Span.awaitedBy(child), child);
    }

    @Test
    void append_completesWhatWasPending() {
        storage.traces().append(List.of(running(1, 3, 2, 5)));
        storage.traces().append(List.of(ended(1, 2, 1, 3, 9)));
        storage.traces().append(List.of(ended(1, 1, 0, 1, 10)));

        assertThat(spans()).containsExactly(ended(1, 1, 0, 1, 10), ended(1, 2, 1, 3, 9), running(1, 3, 2, 5));
    }

    @Test
    void append_endsWhatRan() {
        storage.traces().append(List.of(running(1, 1, 0, 5)));
        storage.traces().append(List.of(failed(1, 1, 0, 5, 8)));

        assertThat(spans()).containsExactly(failed(1, 1, 0, 5, 8));
    }

    @Test
    void append_leavesWhatHasEndedAsItIs() {
        storage.traces().append(List.of(ended(1, 1, 0, 5, 8)));
        storage.traces().append(List.of(ended(1, 1, 0, 5, 8)));
        storage.traces().append(List.of(failed(1, 1, 0, 5, 99), running(1, 2, 1, 6)));
        storage.traces().append(List.of(running(1, 1, 0, 5)));

        assertThat(spans()).containsExactly(ended(1, 1, 0, 5, 8), running(1, 2, 1, 6));
    }

    @Test
    void append_takesTheSameSpanTwiceInOneCall() {
        storage.traces().append(List.of(running(1, 1, 0, 5), ended(1, 1, 0, 5, 8), running(1, 1, 0, 5)));

        assertThat(spans()).containsExactly(ended(1, 1, 0, 5, 8));
    }

    @Test
    void append_keepsSpansOfTheSameIdInTwoTracesApart() {
        storage.traces().append(List.of(running(1, 1, 0, 5), ended(2, 1, 0, 5, 8)));

        assertThat(spans()).containsExactly(running(1, 1, 0, 5));
    }

    @Test
    void append_makesARoot_whereSpansAreEachTheParentOfTheOther() {
        storage.traces().append(List.of(ended(1, 2, 3, 1, 9), ended(1, 3, 2, 2, 8)));

        assertThat(TraceTree.of(spans()).nodes()).hasSize(2);
        assertThat(storage.traceReader().latest(10))
                .singleElement()
                .satisfies(report -> assertThat(report.root()).isEqualTo(ended(1, 2, 0, 1, 9)));
    }

    @Test
    void append_takesFiveThousandSpansInAnyOrder() {
        List<Span> spans = new ArrayList<>(IntStream.rangeClosed(1, 5_000)
                .mapToObj(i -> ended(1, i, i / 10, i, i + 5))
                .toList());
        long seed = 20_260_302;
        Collections.shuffle(spans, new Random(seed));
        for (int i = 0; i < 5_000; i += 500) {
            storage.traces().append(spans.subList(i, i + 500));
        }

        assertThat(spans()).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(spans);
    }

    @Test
    void append_ofTheSameSpansByThreadsAtOnce_keepsEachOnce() throws Exception {
        List<Callable<Void>> writers = new ArrayList<>();
        for (int writer = 0; writer < 4; writer++) {
            List<Span> spans = new ArrayList<>(IntStream.rangeClosed(1, 300)
                    .mapToObj(i -> ended(1, i, i / 7, i, i + 5))
                    .toList());
            Collections.shuffle(spans, new Random(writer));
            writers.add(() -> {
                for (int i = 0; i < 300; i += 20) {
                    storage.traces().append(spans.subList(i, i + 20));
                }
                return null;
            });
        }

        AtOnce.run(writers);

        assertThat(spans())
                .hasSize(300)
                .allSatisfy(span -> assertThat(span.state()).isInstanceOf(Succeeded.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'; drop table operation_traces; --",
                "\\N\t\\.\n\"quoted\", {a,b} NULL",
                "🚢 überlange Straße",
                "שלום ‏مرحبا",
                "%s ${x} #{y}",
                "\u00A0"
            })
    void append_keepsHostileTextAsItIs(String text) {
        Span span = new Span(
                id(1, 1),
                null,
                new Work(text, text, text),
                at(0),
                new Failed(at(1), new SpanError(text, text, null)),
                SpanDetails.NONE);
        storage.traces().append(List.of(span));

        assertThat(spans()).containsExactly(span);
    }

    private List<Span> spans() {
        return storage.traceReader().spans(TRACE);
    }
}
