package io.tidemark.application.record;

import io.tidemark.domain.timing.Context;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A bounded row of recordings that one thread at a time may touch. A thread that finds it taken goes to the next lane;
 * nobody ever waits. The flusher takes the filled page out and leaves an empty one, so it holds the lane for a moment
 * only.
 */
final class Lane {
    static final int CAPACITY = 8_192;

    /** The end of a recording whose caller gave only a duration: the flusher fills it in. */
    static final long ENDS_WHEN_DRAINED = Long.MIN_VALUE;

    private final AtomicBoolean taken = new AtomicBoolean();
    private Page page = new Page();

    /** Takes the lane; whoever gets true must {@link #leave} it. */
    boolean tryTake() {
        return !taken.getPlain() && taken.weakCompareAndSetAcquire(false, true);
    }

    void leave() {
        taken.setRelease(false);
    }

    /** Adds a recording, and returns how many there are now; 0 when there is no room. Only for the taker. */
    int add(int operation, long micros, long endMicros, @Nullable Context context) {
        return page.add(operation, micros, endMicros, context);
    }

    /** Swaps the page for an empty one. Only for the taker. */
    Page swap(Page empty) {
        Page filled = page;
        page = empty;
        return filled;
    }

    /** The recordings of a lane between two drains: columns, so that recording allocates nothing. */
    static final class Page {
        private final int[] operations = new int[CAPACITY];
        private final long[] micros = new long[CAPACITY];
        private final long[] ends = new long[CAPACITY];
        private final @Nullable Context[] contexts = new Context[CAPACITY];
        private int size;

        int add(int operation, long duration, long end, @Nullable Context context) {
            int i = size;
            if (i == CAPACITY) {
                return 0;
            }
            operations[i] = operation;
            micros[i] = duration;
            ends[i] = end;
            if (context != null) {
                contexts[i] = context;
            }
            size = i + 1;
            return size;
        }

        void drainTo(Visitor visitor) {
            for (int i = 0; i < size; i++) {
                visitor.recording(operations[i], micros[i], ends[i], contexts[i]);
                contexts[i] = null;
            }
            size = 0;
        }
    }

    /** Receives one recording. */
    @FunctionalInterface
    interface Visitor {
        void recording(int operation, long micros, long endMicros, @Nullable Context context);
    }
}
