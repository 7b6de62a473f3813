package io.tidemark.application.port;

import static io.tidemark.application.port.SpanFixture.at;
import static io.tidemark.application.port.SpanFixture.ended;
import static io.tidemark.application.port.SpanFixture.failed;
import static io.tidemark.application.port.SpanFixture.id;
import static io.tidemark.application.port.SpanFixture.running;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.TraceReader.Order;
import io.tidemark.application.port.TraceReader.Place;
import io.tidemark.application.port.TraceReader.RootFilter;
import io.tidemark.application.port.TraceReader.TraceReport;
import io.tidemark.application.port.TraceReader.TraceSearch;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanDetails;
import io.tidemark.domain.trace.SpanState.Succeeded;
import io.tidemark.domain.trace.SpanStatus;
import io.tidemark.domain.trace.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

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

    @Test
    void spans_areNoMoreThanAskedFor_theFirstOnes() {
        storage.traces().append(List.of(running(1, 1, 0, 0), running(1, 2, 1, 5), running(1, 3, 1, 7)));

        assertThat(storage.traceReader().spans(id(1, 1).traceId(), 2))
                .extracting(Span::id)
                .containsExactly(id(1, 1), id(1, 2));
    }

    @Test
    void report_isTheTraceAtAGlance() {
        storage.traces().append(List.of(running(1, 2, 0, 20), failed(1, 3, 2, 21, 30), running(1, 4, 0, 15)));

        assertThat(storage.traceReader().report(id(1, 1).traceId()))
                .hasValue(new TraceReport(running(1, 4, 0, 15), 3, 1));
        assertThat(storage.traceReader().report(id(2, 1).traceId())).isEmpty();
    }

    @Test
    void find_slowest_comesByTheDurationOfTheRoot_withoutWhatRuns() {
        storage.traces()
                .append(List.of(
                        ended(1, 1, 0, 10, 30),
                        ended(2, 1, 0, 10, 90),
                        running(3, 1, 0, 10),
                        ended(4, 1, 0, 12, 32),
                        ended(4, 2, 1, 12, 500)));

        assertThat(found(Order.SLOWEST, RootFilter.ALL, 10)).containsExactly(id(2, 1), id(4, 1), id(1, 1));
        assertThat(found(Order.LATEST, RootFilter.ALL, 10)).containsExactly(id(4, 1), id(1, 1), id(2, 1), id(3, 1));
    }

    @Test
    void find_takesTheFirstOfSeveralRoots_howeverLongTheOthersTook() {
        storage.traces().append(List.of(ended(1, 1, 0, 10, 20), ended(1, 2, 0, 15, 900), ended(2, 1, 0, 10, 60)));

        assertThat(found(Order.SLOWEST, RootFilter.ALL, 10)).containsExactly(id(2, 1), id(1, 1));
    }

    @Test
    void find_takesRootsByTheirOperationAndTheirStatus() {
        Span commit = new Span(
                id(1, 1), null, new Work("commit", "c", "ada"), at(10), new Succeeded(at(20)), SpanDetails.NONE);
        storage.traces().append(List.of(commit, failed(2, 1, 0, 10, 20), ended(3, 1, 0, 10, 20)));

        assertThat(found(Order.LATEST, new RootFilter("commit", null), 10)).containsExactly(id(1, 1));
        assertThat(found(Order.SLOWEST, new RootFilter(null, SpanStatus.FAILED), 10))
                .containsExactly(id(2, 1));
        assertThat(found(Order.LATEST, new RootFilter("commit", SpanStatus.FAILED), 10))
                .isEmpty();
        assertThat(found(Order.LATEST, new RootFilter("'; drop", null), 10)).isEmpty();
    }

    @Test
    void find_takesTheFirstInstantOfTheRange_andNotTheLast() {
        storage.traces().append(List.of(ended(1, 1, 0, 10, 20), ended(2, 1, 0, 15, 20), ended(3, 1, 0, 20, 25)));
        TraceSearch search = new TraceSearch(RootFilter.ALL, new TimeRange(at(10), at(20)), Order.LATEST, null, 10);

        assertThat(storage.traceReader().find(search))
                .extracting(report -> report.root().id())
                .containsExactly(id(2, 1), id(1, 1));
    }

    @ParameterizedTest
    @EnumSource
    void find_goesOnAfterAPlace(Order order) {
        List<Span> roots = IntStream.rangeClosed(1, 30)
                .mapToObj(i -> ended(i, 1, 0, i / 4, i / 4 + 10 + i / 8))
                .toList();
        storage.traces().append(roots);
        List<TraceReport> all = find(order, RootFilter.ALL, null, 100);

        List<TraceReport> paged = new ArrayList<>();
        List<TraceReport> page = find(order, RootFilter.ALL, null, 7);
        while (!page.isEmpty()) {
            paged.addAll(page);
            page = find(order, RootFilter.ALL, Place.of(page.get(page.size() - 1)), 7);
        }

        assertThat(paged).hasSize(30).isEqualTo(all).doesNotHaveDuplicates();
    }

    private List<SpanId> found(Order order, RootFilter filter, int limit) {
        return find(order, filter, null, limit).stream()
                .map(report -> report.root().id())
                .toList();
    }

    private List<TraceReport> find(Order order, RootFilter filter, @Nullable Place after, int limit) {
        return storage.traceReader()
                .find(new TraceSearch(filter, new TimeRange(at(0), at(1_000_000)), order, after, limit));
    }
}
