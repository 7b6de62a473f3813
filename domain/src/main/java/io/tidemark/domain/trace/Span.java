package io.tidemark.domain.trace;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.trace.SpanState.Pending;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A timed part of a piece of work.
 *
 * @param id its number, and that of its trace
 * @param parentId the span of the same trace that it is a part of, or null
 * @param work what is done in it, and by whom
 * @param start when it started; kept to the microsecond
 * @param state how far it is
 * @param details what else is known
 */
public record Span(
        SpanId id, @Nullable String parentId, Work work, Instant start, SpanState state, SpanDetails details) {

    public Span {
        requireNonNull(id, "id");
        requireNonNull(work, "work");
        requireNonNull(state, "state");
        requireNonNull(details, "details");
        start = requireNonNull(start, "start").truncatedTo(ChronoUnit.MICROS);
        if (parentId != null) {
            requireParent(id, parentId);
        }
        requireDuration(start, state);
    }

    /** What stands for a span that was named by its child and has not arrived itself. */
    public static Span awaitedBy(Span child) {
        return new Span(
                child.parent().orElseThrow(() -> new IllegalArgumentException(child.id + " names no parent")),
                null,
                Work.unknown(child.work.user()),
                child.start,
                new Pending(),
                SpanDetails.NONE);
    }

    public Optional<SpanId> parent() {
        return Optional.ofNullable(parentId).map(parent -> new SpanId(id.traceId(), parent));
    }

    /** How long it took in microseconds, once it has ended. */
    public OptionalLong micros() {
        return state.end().stream()
                .mapToLong(end -> ChronoUnit.MICROS.between(start, end))
                .findFirst();
    }

    /** This span after another word about it arrived: what has ended stays as it is, and nothing becomes less known. */
    public Span updatedBy(Span later) {
        return state.isEnded() || later.state instanceof Pending ? this : later;
    }

    /** The same span as a root. */
    public Span withoutParent() {
        return new Span(id, null, work, start, state, details);
    }

    private static void requireParent(SpanId id, String parentId) {
        if (new SpanId(id.traceId(), parentId).equals(id)) {
            throw new IllegalArgumentException("parentId '%s' must be another span than its child".formatted(parentId));
        }
    }

    private static void requireDuration(Instant start, SpanState state) {
        state.end().ifPresent(end -> {
            long micros = ChronoUnit.MICROS.between(start, end);
            if (micros < 0 || micros > Timing.MAX_MICROS) {
                throw new IllegalArgumentException(
                        "end %s must lie from 0 to 366 days after the start %s".formatted(end, start));
            }
        });
    }
}
