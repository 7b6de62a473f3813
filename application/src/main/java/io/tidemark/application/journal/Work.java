package io.tidemark.application.journal;

import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A batch in the hands of the thread that stores, with what became of its timings since somebody was told. */
final class Work implements Outcomes {
    private final TimingBatch batch;
    private final List<Timing> stored = new ArrayList<>();
    private final List<Refused> refused = new ArrayList<>();
    private boolean onDisk;
    private boolean done;
    private @Nullable StorageException failure;

    private record Refused(List<Timing> timings, RuntimeException why) {}

    private Work(TimingBatch batch, boolean onDisk) {
        this.batch = batch;
        this.onDisk = onDisk;
    }

    static Work handedIn(TimingBatch batch) {
        return new Work(batch, false);
    }

    static Work onDisk(TimingBatch batch) {
        return new Work(batch, true);
    }

    TimingBatch batch() {
        return batch;
    }

    boolean isOf(TimingBatch other) {
        return batch.id().equals(other.id());
    }

    boolean isOnDisk() {
        return onDisk;
    }

    /** It is the first on the disk now: whoever handed it in no longer waits. */
    void putOnDisk() {
        onDisk = true;
    }

    boolean isDone() {
        return done;
    }

    /** The storage was away; null when it was not, or nothing was tried. */
    @Nullable
    StorageException failure() {
        return failure;
    }

    void done(@Nullable StorageException away) {
        done = true;
        failure = away;
    }

    void again() {
        done = false;
        failure = null;
    }

    @Override
    public void stored(List<Timing> timings) {
        stored.addAll(timings);
    }

    @Override
    public void refused(List<Timing> timings, RuntimeException why) {
        refused.add(new Refused(timings, why));
    }

    void tell(Outcomes outcomes) {
        if (!stored.isEmpty()) {
            outcomes.stored(List.copyOf(stored));
        }
        refused.forEach(some -> outcomes.refused(some.timings, some.why));
        stored.clear();
        refused.clear();
    }
}
