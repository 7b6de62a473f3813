package io.tidemark.domain.trace;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** How long a span worked itself: the time that none of its children covers, whether or not they overlap. */
final class OwnTime {
    private OwnTime() {}

    /** A stretch in which none of the children ran: its start, and its end. */
    record Stretch(Instant from, Instant to) {
        long micros() {
            return ChronoUnit.MICROS.between(from, to);
        }
    }

    /**
     * The own time of a span; empty when it has not ended.
     *
     * @param children its children by their start; one that has not ended was still running when the span ended
     */
    static OptionalLong micros(Span span, List<Span> children) {
        return span.state().isEnded()
                ? OptionalLong.of(stretches(span, children).stream()
                        .mapToLong(Stretch::micros)
                        .sum())
                : OptionalLong.empty();
    }

    /** When that was, in order; nothing for a span that has not ended. */
    static List<Stretch> stretches(Span span, List<Span> children) {
        return span.state().end().stream()
                .flatMap(end -> uncovered(span.start(), end, children).stream())
                .toList();
    }

    private static List<Stretch> uncovered(Instant start, Instant end, List<Span> children) {
        List<Stretch> stretches = new ArrayList<>();
        Instant reached = start;
        for (Span child : children) {
            Instant from = later(child.start(), reached);
            Instant to = earlier(child.state().end().orElse(end), end);
            if (from.isBefore(to)) {
                add(stretches, reached, from);
                reached = to;
            }
        }
        add(stretches, reached, end);
        return stretches;
    }

    private static void add(List<Stretch> stretches, Instant from, Instant to) {
        if (from.isBefore(to)) {
            stretches.add(new Stretch(from, to));
        }
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
