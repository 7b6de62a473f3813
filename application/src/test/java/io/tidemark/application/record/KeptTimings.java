package io.tidemark.application.record;

import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.Timing;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A log that keeps what it is given, in order, and fails while it is told to. */
final class KeptTimings implements TimingLog {
    private final List<Timing> kept = new ArrayList<>();
    private @Nullable RuntimeException failure;
    private int calls;

    @Override
    public synchronized void append(List<Timing> timings) {
        calls++;
        if (failure != null) {
            throw failure;
        }
        kept.addAll(timings);
    }

    synchronized void fail(RuntimeException with) {
        failure = with;
    }

    synchronized void goAway() {
        fail(StorageException.passing("connection refused", null));
    }

    synchronized void comeBack() {
        failure = null;
    }

    /** How often it was asked to keep something, in vain or not. */
    synchronized int calls() {
        return calls;
    }

    synchronized List<Timing> all() {
        return List.copyOf(kept);
    }

    List<Long> micros() {
        return all().stream().map(Timing::durationMicros).toList();
    }
}
