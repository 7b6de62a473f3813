package io.tidemark.application.sample;

import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanDetails;
import io.tidemark.domain.trace.SpanState.Succeeded;
import io.tidemark.domain.trace.Work;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A merge as the spans that it is made of: its phases one after the other, a comparison within one, then the commit. */
final class SampleTrace {
    private final Merge merge;
    private final String traceId;
    private final List<Span> spans = new ArrayList<>();

    private SampleTrace(Merge merge) {
        this.merge = merge;
        byte[] name = ("sample " + merge.completion()).getBytes(StandardCharsets.UTF_8);
        this.traceId = UUID.nameUUIDFromBytes(name).toString().replace("-", "");
    }

    static List<Span> of(Merge merge) {
        SampleTrace trace = new SampleTrace(merge);
        trace.lay();
        return List.copyOf(trace.spans);
    }

    private void lay() {
        Instant start = merge.start();
        String root = add("merge_branches", null, start, merge.phases().totalMicros());
        add("merge_base_find", root, start, merge.phases().baseMicros());
        Instant base = start.plus(merge.phases().baseMicros(), ChronoUnit.MICROS);
        String detection =
                add("merge_conflict_detect", root, base, merge.phases().conflictMicros());
        add("get_diff", detection, base, merge.phases().conflictMicros() / 2);
        Instant detected = base.plus(merge.phases().conflictMicros(), ChronoUnit.MICROS);
        add("merge_auto_resolve", root, detected, merge.phases().resolveMicros());
        Instant resolved = detected.plus(merge.phases().resolveMicros(), ChronoUnit.MICROS);
        add("commit", root, resolved, ChronoUnit.MICROS.between(resolved, merge.completion()) / 2);
    }

    private String add(String operation, @Nullable String parent, Instant start, long micros) {
        SpanId id = new SpanId(traceId, "%016x".formatted(spans.size() + 1));
        Work work = new Work(
                operation, "merge " + merge.branches().source(), merge.by().user());
        Succeeded end = new Succeeded(start.plus(micros, ChronoUnit.MICROS));
        spans.add(new Span(id, parent, work, start, end, SpanDetails.NONE));
        return id.spanId();
    }
}
