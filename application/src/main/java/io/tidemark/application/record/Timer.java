package io.tidemark.application.record;

import io.tidemark.domain.timing.Context;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Measures one run: from its making to {@link #close}. Closing twice records once. Not safe for several threads. */
public final class Timer implements AutoCloseable {
    private final Recorder recorder;
    private final long startNanos;
    private Operation operation;
    private @Nullable Context context;
    private boolean closed;

    Timer(Operation operation, Recorder recorder, @Nullable Context context) {
        this.operation = operation;
        this.recorder = recorder;
        this.context = context;
        this.startNanos = recorder.nanos();
    }

    /**
     * Adds what got known about the run, such as the rows it touched: the function is given the context as it is now, and
     * returns the one to record.
     */
    public void describe(UnaryOperator<Context> description) {
        context = description.apply(context == null ? recorder.context() : context);
    }

    /**
     * Has the run recorded as one of another operation: for work that shows only at its end what it was.
     *
     * @throws IllegalArgumentException when that is an operation of another recorder
     */
    public void recordAs(Operation known) {
        operation = known.requireOf(recorder);
    }

    /** Ends the run as one that failed, and records it with the error's class and message. */
    public void fail(Throwable error) {
        if (!closed) {
            long now = recorder.nanos();
            describe(known -> known.withError(ErrorDetails.of(error)));
            recordEndAt(now);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            recordEndAt(recorder.nanos());
        }
    }

    private void recordEndAt(long nanos) {
        closed = true;
        recorder.record(operation, Operation.micros(nanos - startNanos), recorder.epochMicros(nanos), context);
    }
}
