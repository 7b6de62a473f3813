package io.tidemark.domain.trace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;

/** How long a span worked itself: the time that none of its children covers, whether or not they overlap. */
final class OwnTime {
    private OwnTime() {}

    /**
     * The own time of a span; empty when it has not ended.
     *
     * @param children its children by their start; one that has not ended was still running when the span ended
     */
    static OptionalLong micros(Span span, List<Span> children) {
        return span.state().end().stream()
                .mapToLong(end -> uncovered(span.start(), end, children))
                .findFirst();
    }

    private static long uncovered(Instant start, Instant end, List<Span> children) {
        long covered = 0;
        Instant reached = start;
        for (Span child : children) {
            Instant from = later(child.start(), reached);
            Instant to = earlier(child.state().end().orElse(end), end);
            if (from.isBefore(to)) {
                covered += ChronoUnit.MICROS.between(from, to);
                reached = to;
            }
        }
        return ChronoUnit.MICROS.between(start, end) - covered;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
