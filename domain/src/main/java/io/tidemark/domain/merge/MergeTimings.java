package io.tidemark.domain.merge;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Lays the phases of a merge one after the other. */
final class MergeTimings {
    private final Merge merge;
    private final Context context;
    private final List<Timing> timings = new ArrayList<>();
    private Instant reached;

    MergeTimings(Merge merge) {
        this.merge = merge;
        this.context = context(merge);
        this.reached = merge.start();
    }

    List<Timing> all() {
        Phases phases = merge.phases();
        timings.add(new Timing("merge_branches", phases.totalMicros(), merge.completion(), context));
        phase("merge_base_find", phases.baseMicros());
        phase("merge_conflict_detect", phases.conflictMicros());
        phase("merge_auto_resolve", phases.resolveMicros());
        return List.copyOf(timings);
    }

    private void phase(String operation, long micros) {
        if (micros == 0) {
            return;
        }
        Instant next = reached.plus(micros, ChronoUnit.MICROS);
        // Phases that ran side by side are longer in sum than the merge.
        reached = next.isAfter(merge.completion()) ? merge.completion() : next;
        timings.add(new Timing(operation, micros, reached, context));
    }

    private static Context context(Merge merge) {
        String name = "merge " + merge.branches().source();
        Context context = Context.of(merge.by().user())
                .onBranch(merge.branches().target())
                .named(name.substring(0, Math.min(name.length(), Scope.MAX_NAME_LENGTH)));
        String session = merge.by().session();
        SpanId span = merge.by().span();
        Context inSession = session == null ? context : context.inSession(session);
        return span == null ? inSession : inSession.inSpan(span);
    }
}
