package io.tidemark.application.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.application.SettableClock;
import io.tidemark.application.Tidemark;
import io.tidemark.application.TidemarkSettings;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.TimingFixture;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanError;
import io.tidemark.domain.trace.SpanState.Failed;
import io.tidemark.domain.trace.SpanState.Pending;
import io.tidemark.domain.trace.SpanState.Succeeded;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class OpenSpanTest {
    private final SettableClock clock = new SettableClock(TimingFixture.NOON);
    private final AtomicLong nanos = new AtomicLong();
    private final Clocks clocks = new Clocks(clock, nanos::get);
    private final Storage storage = Storages.create("memory", new StorageSettings(Map.of()), clock);
    private final Tidemark tidemark = Tidemark.over(storage, TidemarkSettings.defaults(), clocks);

    @Test
    void close_recordsTheSpan_andATimingOfItsOperation() {
        SpanId id;
        try (OpenSpan span = tidemark.span("merge_branches", "merge feature/x").onBranch("main")) {
            id = span.id();
            pass(Duration.ofNanos(7_499_600));
        }

        Span recorded = only(id);
        assertThat(recorded.work().operation()).isEqualTo("merge_branches");
        assertThat(recorded.work().name()).isEqualTo("merge feature/x");
        assertThat(recorded.parentId()).isNull();
        assertThat(recorded.start()).isEqualTo(TimingFixture.NOON);
        assertThat(recorded.micros()).hasValue(7_500);
        assertThat(recorded.state()).isInstanceOf(Succeeded.class);
        assertThat(storage.rollups()
                        .merged(
                                new Scope("merge_branches", "main"),
                                TimeRange.endingAt(TimingFixture.NOON.plusSeconds(60), Duration.ofHours(1)))
                        .totals()
                        .sum())
                .isEqualTo(7_500);
    }

    @Test
    void span_openedMeanwhileOnTheSameThread_isAChild() {
        OpenSpan root = tidemark.span("a", "a");
        OpenSpan child = tidemark.span("b", "b");
        OpenSpan grandchild = tidemark.span("c", "c");
        grandchild.close();
        OpenSpan sibling = tidemark.span("d", "d");
        List.of(sibling, child, root).forEach(OpenSpan::close);

        assertThat(parent(child)).isEqualTo(root.id().spanId());
        assertThat(parent(grandchild)).isEqualTo(child.id().spanId());
        assertThat(parent(sibling)).isEqualTo(child.id().spanId());
        assertThat(storage.traceReader().spans(root.id().traceId())).hasSize(4);
    }

    @Test
    void span_openedAfterwards_isARootOfAnotherTrace() {
        OpenSpan first = tidemark.span("a", "a");
        first.close();
        OpenSpan second = tidemark.span("a", "a");
        second.close();

        assertThat(parent(second)).isNull();
        assertThat(second.id().traceId()).isNotEqualTo(first.id().traceId());
    }

    @Test
    void spans_closedOutOfOrder_leaveNothingBehind() {
        OpenSpan root = tidemark.span("a", "a");
        OpenSpan child = tidemark.span("b", "b");
        root.close();
        OpenSpan stillInChild = tidemark.span("c", "c");
        child.close();
        stillInChild.close();
        OpenSpan next = tidemark.span("d", "d");
        next.close();

        assertThat(parent(stillInChild)).isEqualTo(child.id().spanId());
        assertThat(parent(next)).isNull();
    }

    @Test
    void child_ofAnotherThreadsSpan_joinsIt_andSoDoWhatIsOpenedInIt() throws InterruptedException {
        OpenSpan root = tidemark.span("a", "a");
        OpenSpan[] opened = new OpenSpan[3];
        Thread worker = new Thread(() -> {
            opened[0] = root.child("b", "b");
            opened[1] = tidemark.span("c", "c");
            opened[1].close();
            opened[0].close();
            opened[2] = tidemark.span("d", "d");
            opened[2].close();
        });
        worker.start();
        worker.join();
        root.close();

        assertThat(parent(opened[0])).isEqualTo(root.id().spanId());
        assertThat(parent(opened[1])).isEqualTo(opened[0].id().spanId());
        assertThat(parent(opened[2])).isNull();
    }

    @Test
    void span_closedByAnotherThread_isNoLongerAParent() throws InterruptedException {
        OpenSpan root = tidemark.span("a", "a");
        Thread closer = new Thread(root::close);
        closer.start();
        closer.join();
        OpenSpan next = tidemark.span("b", "b");
        next.close();

        assertThat(parent(next)).isNull();
    }

    @Test
    void span_goesOnWithTheTraceOfTheCaller() {
        OpenSpan span = tidemark.span(
                Tracing.from("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"), "checkout", "checkout main");
        span.close();

        assertThat(span.traceparent())
                .isEqualTo("00-4bf92f3577b34da6a3ce929d0e0e4736-" + span.id().spanId() + "-01");
        assertThat(parent(span)).isEqualTo("00f067aa0ba902b7");
        assertThat(storage.traceReader().spans("4bf92f3577b34da6a3ce929d0e0e4736"))
                .filteredOn(one -> one.state() instanceof Pending)
                .hasSize(1);
    }

    @Test
    void fail_keepsTheFirstReason() {
        OpenSpan span = tidemark.span("a", "a");
        span.fail(new SQLException("deadlock detected", "40P01"));
        span.fail("a later one");
        span.close();

        assertThat(only(span.id()).state())
                .isInstanceOfSatisfying(
                        Failed.class,
                        failed -> assertThat(failed.error())
                                .isEqualTo(new SpanError("deadlock detected", "40P01", null)));
    }

    @Test
    void fail_takesWhateverIsThrown() {
        OpenSpan span = tidemark.span("a", "a");
        span.fail(new IllegalStateException("\0" + "x".repeat(5_000)));
        span.close();

        assertThat(only(span.id()).state()).isInstanceOfSatisfying(Failed.class, failed -> {
            assertThat(failed.error().message()).hasSize(2_000).startsWith("\uFFFDxx");
            assertThat(failed.error().code()).isEqualTo("java.lang.IllegalStateException");
        });
    }

    @Test
    void attributes_areKept() {
        OpenSpan span = tidemark.span("a", "a");
        span.attribute("text", "a \"b\"").attribute("number", 7).attribute("truth", true);
        span.close();

        assertThat(only(span.id()).details().attributes())
                .hasToString("{\"text\":\"a \\\"b\\\"\",\"number\":7,\"truth\":true}");
    }

    @Test
    void attributes_tooLongToKeep_sayThatTheyAreNotKept() {
        OpenSpan span = tidemark.span("a", "a");
        span.attribute("text", "x".repeat(20_000));
        span.close();

        assertThat(only(span.id()).details().attributes()).asString().startsWith("{\"not kept\":\"a JSON object of");
    }

    @Test
    void name_thatBreaksTheRules_isMadeToFit() {
        OpenSpan longOne = tidemark.span("a", "\0" + "x".repeat(500));
        OpenSpan blank = tidemark.span("b", " ");
        blank.close();
        longOne.close();

        assertThat(span(longOne.id()).work().name()).hasSize(200).startsWith("\uFFFDxx");
        assertThat(span(blank.id()).work().name()).isEqualTo("b");
    }

    @Test
    void operation_thatBreaksTheRules_isRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> tidemark.span(" ", "a"))
                .withMessageStartingWith("operation ' '");
    }

    @Test
    void close_twice_recordsOnce() {
        OpenSpan span = tidemark.span("a", "a");
        span.close();
        span.close();

        tidemark.close();
        assertThat(tidemark.spanReport().written()).isEqualTo(1);
        assertThat(tidemark.report().written()).isEqualTo(1);
    }

    @Test
    void spans_thatNobodyCloses_doNotPileUp() {
        List<OpenSpan> forgotten = IntStream.range(0, 10_000)
                .mapToObj(i -> tidemark.span("a", "a"))
                .toList();

        assertThat(forgotten.get(9_999).depth()).isEqualTo(100);
    }

    private Span only(SpanId id) {
        tidemark.close();
        assertThat(storage.traceReader().spans(id.traceId())).hasSize(1);
        return span(id);
    }

    private Span span(SpanId id) {
        tidemark.close();
        return storage.traceReader().spans(id.traceId()).stream()
                .filter(span -> span.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private String parent(OpenSpan span) {
        return span(span.id()).parentId();
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
        clock.advance(time);
    }
}
