package io.tidemark.application.port;

import static io.tidemark.application.port.SpanFixture.ended;
import static io.tidemark.application.port.SpanFixture.failed;
import static io.tidemark.application.port.SpanFixture.id;
import static io.tidemark.application.port.SpanFixture.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.TraceReader.TraceReport;
import io.tidemark.domain.trace.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link TraceReader}. */
public abstract class TraceReaderContract extends PortContract {
    @Test
    void spans_comeByTheirStartThenTheirId() {
        storage.traces()
                .append(List.of(running(1, 3, 1, 5), running(1, 2, 1, 5), running(1, 4, 1, 4), running(1, 1, 0, 0)));

        assertThat(storage.traceReader().spans(id(1, 1).traceId()))
                .extracting(Span::id)
                .containsExactly(id(1, 1), id(1, 4), id(1, 2), id(1, 3));
    }

    @Test
    void spans_ofATraceThatNobodyKnows_areNone() {
        storage.traces().append(List.of(running(1, 1, 0, 0)));

        assertThat(storage.traceReader().spans(id(2, 1).traceId())).isEmpty();
        assertThat(storage.traceReader().spans("no trace")).isEmpty();
    }

    @Test
    void latest_comesByTheStartOfTheRoot_theMostRecentFirst() {
        storage.traces()
                .append(List.of(
                        running(1, 1, 0, 10), running(3, 1, 0, 30), running(2, 1, 0, 20), running(1, 2, 1, 99)));

        assertThat(storage.traceReader().latest(10))
                .extracting(TraceReport::root)
                .containsExactly(running(3, 1, 0, 30), running(2, 1, 0, 20), running(1, 1, 0, 10));
    }

    @Test
    void latest_ofTheSameInstant_comesByTheIdOfTheTrace() {
        storage.traces().append(List.of(running(2, 1, 0, 10), running(1, 1, 0, 10)));

        assertThat(storage.traceReader().latest(10))
                .extracting(report -> report.root().id())
                .containsExactly(id(1, 1), id(2, 1));
    }

    @Test
    void latest_countsTheSpansOfATraceAndThoseThatFailed() {
        storage.traces()
                .append(List.of(
                        ended(1, 1, 0, 0, 9), failed(1, 2, 1, 1, 2), failed(1, 3, 2, 1, 2), running(1, 4, 1, 3)));

        assertThat(storage.traceReader().latest(10)).containsExactly(new TraceReport(ended(1, 1, 0, 0, 9), 4, 2));
    }

    @Test
    void latest_takesTheFirstOfSeveralRoots() {
        storage.traces().append(List.of(running(1, 2, 0, 20), running(1, 3, 0, 10), running(2, 1, 0, 15)));

        assertThat(storage.traceReader().latest(10))
                .extracting(TraceReport::root)
                .containsExactly(running(2, 1, 0, 15), running(1, 3, 0, 10));
    }

    @Test
    void latest_isNoMoreThanAskedFor() {
        storage.traces().append(List.of(running(1, 1, 0, 10), running(2, 1, 0, 20), running(3, 1, 0, 30)));

        assertThat(storage.traceReader().latest(2))
                .extracting(report -> report.root().id())
                .containsExactly(id(3, 1), id(2, 1));
    }
}
