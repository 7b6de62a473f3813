package io.tidemark.application.record;

import io.tidemark.domain.timing.Context;
import org.jspecify.annotations.Nullable;

/** Measures one run: from its making to {@link #close}. Closing twice records once. Not safe for several threads. */
public final class Timer implements AutoCloseable {
    private final Operation operation;
    private final Recorder recorder;
    private final @Nullable Context context;
    private final long startNanos;
    private boolean closed;

    Timer(Operation operation, Recorder recorder, @Nullable Context context) {
        this.operation = operation;
        this.recorder = recorder;
        this.context = context;
        this.startNanos = recorder.nanos();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            long now = recorder.nanos();
            recorder.record(operation, Operation.micros(now - startNanos), recorder.epochMicros(now), context);
        }
    }
}
