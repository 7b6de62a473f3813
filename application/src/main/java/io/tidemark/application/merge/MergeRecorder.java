package io.tidemark.application.merge;

import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.MergeLog;
import io.tidemark.application.record.Backlog;
import io.tidemark.application.record.Recorder;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeBatch;
import io.tidemark.domain.merge.MergedBy;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.timing.Timing;
import java.util.Optional;
import java.util.function.Supplier;

/** Starts merges; hands those that have ended on, with their timings. Safe for several threads. */
public final class MergeRecorder {
    private static final int MAX_WAITING = 10_000;

    private final Backlog<Merge> ended;
    private final Recorder recorder;
    private final MergedBy by;
    private final Supplier<Optional<SpanId>> around;
    private final Clocks clocks;

    /**
     * Nothing is merged yet.
     *
     * @param context says who merges
     * @param around the span that is open on this thread
     */
    public MergeRecorder(
            MergeLog log, Recorder recorder, Context context, Supplier<Optional<SpanId>> around, Clocks clocks) {
        this.ended = new Backlog<>("Merges", MAX_WAITING, (id, merges) -> log.append(new MergeBatch(id, merges)));
        this.recorder = recorder;
        this.by = new MergedBy(context.user(), context.session());
        this.around = around;
        this.clocks = clocks;
    }

    /**
     * Starts a merge, to be closed when it is over; it is a part of the span that is open on this thread.
     *
     * @throws IllegalArgumentException when a name breaks the rules
     */
    public MergeTimer merge(String source, String target) {
        return new MergeTimer(this, source, target, by.inSpan(around.get().orElse(null)));
    }

    /** The merges that wait to be written. */
    public Backlog<Merge> ended() {
        return ended;
    }

    /** Hands a merge on that has ended, with its timings: its start and end are its own. */
    public void record(Merge merge) {
        ended.add(merge);
        for (Timing timing : merge.timings()) {
            recorder.notice(timing);
        }
    }

    Clocks clocks() {
        return clocks;
    }
}
