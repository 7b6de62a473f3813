package io.tidemark.application.record;

import io.tidemark.domain.timing.Context;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A fixed number of lanes, over which threads spread by their id: memory is bounded, however many threads there are. */
final class Lanes {
    private static final int MIN_LANES = 4;
    private static final int MAX_LANES = 32;
    private static final long MOMENT_NANOS = 1_000;

    private final Lane[] lanes;
    private Lane.Page spare = new Lane.Page();
    private boolean sealed;

    Lanes(int processors) {
        int wanted = Math.min(MAX_LANES, Math.max(MIN_LANES, 2 * processors));
        lanes = new Lane[Integer.highestOneBit(wanted)];
        for (int i = 0; i < lanes.length; i++) {
            lanes[i] = new Lane();
        }
    }

    /**
     * Adds a recording to the first lane, from the thread's own on, that is free and has room.
     *
     * @return how many recordings the lane holds now; 0 when no lane took it
     */
    int add(int operation, long micros, long endMicros, @Nullable Context context) {
        int own = (int) Thread.currentThread().getId();
        for (int i = 0; i < lanes.length; i++) {
            Lane lane = lanes[(own + i) & (lanes.length - 1)];
            if (lane.tryTake()) {
                int size = lane.add(operation, micros, endMicros, context);
                lane.leave();
                if (size != 0) {
                    return size;
                }
            }
        }
        return 0;
    }

    /** Hands every recording to the visitor; none once the lanes are sealed. */
    synchronized void drainTo(Lane.Visitor visitor) {
        if (sealed) {
            return;
        }
        for (Lane lane : lanes) {
            take(lane);
            Lane.Page filled = lane.swap(spare);
            lane.leave();
            filled.drainTo(visitor);
            spare = filled;
        }
    }

    /** Hands every recording to the visitor, and takes none from then on. Sealing twice changes nothing. */
    synchronized void seal(Lane.Visitor visitor) {
        if (sealed) {
            return;
        }
        sealed = true;
        for (Lane lane : lanes) {
            take(lane);
            lane.swap(spare).drainTo(visitor);
        }
    }

    /** Whoever holds a lane leaves it within nanoseconds, unless the system has put it to sleep. */
    private static void take(Lane lane) {
        while (!lane.tryTake()) {
            LockSupport.parkNanos(MOMENT_NANOS);
        }
    }
}
