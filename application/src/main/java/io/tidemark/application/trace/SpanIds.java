package io.tidemark.application.trace;

import io.tidemark.domain.timing.SpanId;
import java.util.concurrent.ThreadLocalRandom;

/** Draws ids at random; those of all zeros mean nothing, and are not drawn. */
final class SpanIds {
    private SpanIds() {}

    static SpanId root() {
        return new SpanId(digits(ThreadLocalRandom.current().nextLong()) + digits(notZero()), digits(notZero()));
    }

    static SpanId childOf(SpanId parent) {
        return new SpanId(parent.traceId(), digits(notZero()));
    }

    private static long notZero() {
        long drawn = ThreadLocalRandom.current().nextLong();
        return drawn == 0 ? 1 : drawn;
    }

    private static String digits(long value) {
        return "%016x".formatted(value);
    }
}
