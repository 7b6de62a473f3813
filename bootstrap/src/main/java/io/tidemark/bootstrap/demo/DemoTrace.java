package io.tidemark.bootstrap.demo;

import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanDetails;
import io.tidemark.domain.trace.SpanError;
import io.tidemark.domain.trace.SpanState;
import io.tidemark.domain.trace.SpanState.Failed;
import io.tidemark.domain.trace.SpanState.Succeeded;
import io.tidemark.domain.trace.Work;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells a merge as spans: its phases one after the other, a comparison within one, a commit at the end. */
final class DemoTrace {
    private final Merge merge;
    private final Dice dice;
    private final String traceId;
    private final List<Span> spans = new ArrayList<>();

    private DemoTrace(Merge merge, Dice dice) {
        this.merge = merge;
        this.dice = dice;
        this.traceId = dice.hex(32);
    }

    static List<Span> of(Merge merge, Dice dice) {
        DemoTrace trace = new DemoTrace(merge, dice);
        trace.tell();
        return List.copyOf(trace.spans);
    }

    private void tell() {
        Phases phases = merge.phases();
        String root = span("merge_branches", null, 0, phases.totalMicros());
        span("merge_base_find", root, 0, phases.baseMicros());
        String detection = span("merge_conflict_detect", root, phases.baseMicros(), phases.conflictMicros());
        span("get_diff", detection, phases.baseMicros() + phases.conflictMicros() / 8, phases.conflictMicros() / 2);
        long detected = phases.baseMicros() + phases.conflictMicros();
        if (phases.resolveMicros() > 0) {
            span("merge_auto_resolve", root, detected, phases.resolveMicros());
        }
        long resolved = detected + phases.resolveMicros();
        span("commit", root, resolved, (phases.totalMicros() - resolved) / 3);
    }

    private String span(String operation, @Nullable String parent, long afterMicros, long micros) {
        SpanId id = new SpanId(traceId, dice.hex(16));
        Work work = new Work(
                operation, "merge " + merge.branches().source(), merge.by().user());
        Instant start = merge.start().plus(afterMicros, ChronoUnit.MICROS);
        Instant end = start.plus(micros, ChronoUnit.MICROS);
        spans.add(
                parent == null
                        ? new Span(id, null, work, start, outcome(end), details())
                        : new Span(id, parent, work, start, new Succeeded(end), SpanDetails.NONE));
        return id.spanId();
    }

    private SpanState outcome(Instant end) {
        return merge.verdict().status() == MergeStatus.FAILED
                ? new Failed(
                        end,
                        new SpanError(
                                "%d conflicts are left"
                                        .formatted(merge.conflicts().failed()),
                                "merge_refused",
                                null))
                : new Succeeded(end);
    }

    private SpanDetails details() {
        return new SpanDetails(
                null,
                null,
                new JsonObject("{\"source\":\"%s\",\"target\":\"%s\",\"conflicts\":%d,\"resolved\":%d}"
                        .formatted(
                                merge.branches().source(),
                                merge.branches().target(),
                                merge.conflicts().found(),
                                merge.conflicts().resolved())));
    }
}
