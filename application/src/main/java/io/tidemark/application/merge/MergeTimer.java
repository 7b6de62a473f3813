package io.tidemark.application.merge;

import io.tidemark.domain.merge.Branches;
import io.tidemark.domain.merge.Conflicts;
import io.tidemark.domain.merge.Merge;
import io.tidemark.domain.merge.MergeStatus;
import io.tidemark.domain.merge.MergedBy;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.merge.Resolution;
import io.tidemark.domain.merge.Verdict;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.Timing;
import java.util.Collection;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Measures a merge and its phases, from its making to {@link #close}, which records it. A merge that is closed without an
 * outcome was abandoned.
 *
 * <pre>{@code
 * try (MergeTimer merge = tidemark.merge("feature/x", "main")) {
 *     Commit base = merge.base(() -> findBase());
 *     List<Conflict> conflicts = merge.conflicts(() -> detectConflicts(base));
 *     merge.resolve(() -> resolveByRules(conflicts)); // how many it resolved
 *     merge.succeed();
 * }
 * }</pre>
 *
 * <p>A phase passes on what its work returns or throws. Closing never waits and never throws; closing twice records once.
 * Not safe for several threads.
 */
public final class MergeTimer implements AutoCloseable {
    private final MergeRecorder recorder;
    private final MergedBy by;
    private final long startNanos;
    private Branches branches;
    private long baseMicros;
    private long conflictMicros;
    private long resolveMicros;
    private Conflicts conflicts = Conflicts.NONE;
    private MergeStatus status = MergeStatus.ABANDONED;
    private @Nullable Resolution resolution;
    private @Nullable JsonObject outcome;
    private boolean closed;

    MergeTimer(MergeRecorder recorder, String source, String target, MergedBy by) {
        this.recorder = recorder;
        this.by = by;
        this.branches = new Branches(source, target, null);
        this.startNanos = nanos();
    }

    /** Finds the merge base; what it finds is kept as text. */
    public <T, E extends Exception> T base(Phase<T, E> find) throws E {
        T base = timed(find, micros -> baseMicros += micros);
        branches = new Branches(branches.source(), branches.target(), name(base));
        return base;
    }

    /** Detects conflicts; what it returns is counted. */
    public <T extends Collection<?>, E extends Exception> T conflicts(Phase<T, E> detect) throws E {
        T found = timed(detect, micros -> conflictMicros += micros);
        conflicts = new Conflicts(found.size(), 0, 0);
        return found;
    }

    /** Resolves conflicts automatically; it returns how many it resolved, and failed for the others. */
    public <E extends Exception> int resolve(Phase<Integer, E> resolve) throws E {
        int resolved = timed(resolve, micros -> resolveMicros += micros);
        int found = conflicts.found();
        int within = Math.max(0, Math.min(resolved, found));
        conflicts = new Conflicts(found, within, found - within);
        return resolved;
    }

    /** Merged. */
    public void succeed() {
        status = MergeStatus.SUCCESS;
    }

    /** Merged, but not all of it. */
    public void succeedPartly() {
        status = MergeStatus.PARTIAL_SUCCESS;
    }

    /** Not merged. */
    public void fail() {
        status = MergeStatus.FAILED;
    }

    /** What became of the conflicts; if nobody says, it follows from their number and the outcome. */
    public void resolved(Resolution how) {
        resolution = how;
    }

    /** Keeps anything else about the outcome. */
    public void outcome(JsonObject what) {
        outcome = what;
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            long total = Math.min(Timing.toMicros(Math.max(0, nanos() - startNanos)), Timing.MAX_MICROS);
            recorder.record(new Merge(
                    branches,
                    new Phases(
                            Math.min(baseMicros, total),
                            Math.min(conflictMicros, total),
                            Math.min(resolveMicros, total),
                            total),
                    conflicts,
                    new Verdict(status, fitting(), outcome),
                    recorder.clocks().wall().instant(),
                    by));
        }
    }

    /** What the application says, unless the number of conflicts contradicts it. */
    private Resolution fitting() {
        return Optional.ofNullable(resolution)
                .filter(how -> how.fits(conflicts))
                .orElseGet(() -> Resolution.of(conflicts, status));
    }

    private <T, E extends Exception> T timed(Phase<T, E> phase, LongConsumer took) throws E {
        long start = nanos();
        try {
            return phase.run();
        } finally {
            took.accept(Timing.toMicros(Math.max(0, nanos() - start)));
        }
    }

    private long nanos() {
        return recorder.clocks().nanos().getAsLong();
    }

    private static @Nullable String name(@Nullable Object base) {
        String text = base == null ? "" : base.toString().replace('\0', '\uFFFD');
        return text.isBlank() ? null : text.substring(0, Math.min(text.length(), Scope.MAX_NAME_LENGTH));
    }
}
