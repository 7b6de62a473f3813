package io.tidemark.domain.trace;

import static io.tidemark.domain.timing.TimingFixture.NOON;
import static io.tidemark.domain.trace.TraceFixture.at;
import static io.tidemark.domain.trace.TraceFixture.failed;
import static io.tidemark.domain.trace.TraceFixture.id;
import static io.tidemark.domain.trace.TraceFixture.running;
import static io.tidemark.domain.trace.TraceFixture.span;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.tidemark.domain.trace.SpanState.Pending;
import io.tidemark.domain.trace.SpanState.Succeeded;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SpanTest {
    @Test
    void micros_areTheTimeFromItsStartToItsEnd() {
        assertThat(span(1, 0, 5, 12).micros()).hasValue(7);
    }

    @Test
    void micros_areUnknownWhileItRuns() {
        assertThat(running(1, 0, 5).micros()).isEmpty();
    }

    @Test
    void instants_areKeptToTheMicrosecond() {
        Span span = new Span(
                id(1),
                null,
                TraceFixture.MERGE,
                NOON.plusNanos(1_999),
                new Succeeded(NOON.plusNanos(4_001)),
                SpanDetails.NONE);

        assertThat(span).isEqualTo(span(1, 0, 1, 4));
    }

    @Test
    void span_refusesToEndBeforeItStarts() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> span(1, 0, 5, 4))
                .withMessage("end %s must lie from 0 to 366 days after the start %s", at(4), at(5));
    }

    @Test
    void span_refusesToLastLongerThan366Days() {
        long tooLong = Duration.ofDays(366).toSeconds() * 1_000_000 + 1;
        assertThatIllegalArgumentException()
                .isThrownBy(() -> span(1, 0, 0, tooLong))
                .withMessageContaining("must lie from 0 to 366 days");
    }

    @Test
    void span_refusesToBeItsOwnParent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> span(1, 1, 0, 1))
                .withMessage("parentId '0000000000000001' must be another span than its child");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "0000000000000000", "000000000000000G", "00f067aa0ba902b7 "})
    void span_refusesAParentThatIsNoSpanId(String parent) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new Span(id(1), parent, TraceFixture.MERGE, NOON, new SpanState.Running(), SpanDetails.NONE))
                .withMessageContaining("spanId '%s' must be 16 digits", parent);
    }

    @Test
    void awaitedBy_isTheParentThatNothingElseIsKnownOf() {
        Span parent = Span.awaitedBy(running(2, 1, 5));

        assertThat(parent)
                .isEqualTo(new Span(
                        id(1),
                        null,
                        new Work("__unknown__", "__unknown__", "anna"),
                        at(5),
                        new Pending(),
                        SpanDetails.NONE));
    }

    @Test
    void updatedBy_completesWhatWasOnlyHeardOf() {
        Span awaited = Span.awaitedBy(running(2, 1, 5));

        assertThat(awaited.updatedBy(running(1, 0, 3))).isEqualTo(running(1, 0, 3));
    }

    @Test
    void updatedBy_endsWhatRan() {
        assertThat(running(1, 0, 3).updatedBy(span(1, 0, 3, 9))).isEqualTo(span(1, 0, 3, 9));
    }

    @Test
    void updatedBy_leavesWhatHasEndedAsItIs() {
        Span ended = span(1, 0, 3, 9);

        assertThat(ended.updatedBy(failed(1, 0, 3, 12))).isEqualTo(ended);
        assertThat(ended.updatedBy(running(1, 0, 3))).isEqualTo(ended);
    }

    @Test
    void updatedBy_forgetsNothingOverAChildThatComesLate() {
        assertThat(running(1, 0, 3).updatedBy(Span.awaitedBy(running(2, 1, 5)))).isEqualTo(running(1, 0, 3));
    }

    @Test
    void error_refusesAMessageThatIsTooLong() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpanError("x".repeat(2_001), null, null))
                .withMessage("message of 2001 characters must not be longer than 2000, or contain a NUL character");
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, Long.MIN_VALUE})
    void details_refuseNegativeFigures(long bad) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpanDetails(bad, null, null))
                .withMessage("memoryPeakBytes %d must not be negative", bad);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SpanDetails(null, bad, null))
                .withMessage("cpuMicros %d must not be negative", bad);
    }

    @Test
    void arrivals_bringEachSpanOnceWithWhatStandsForItsParent() {
        Arrivals arrivals = Arrivals.of(List.of(running(3, 2, 5), span(3, 2, 5, 9), running(4, 3, 6)));

        assertThat(arrivals.spans())
                .containsExactly(Span.awaitedBy(running(3, 2, 5)), span(3, 2, 5, 9), running(4, 3, 6));
    }
}
