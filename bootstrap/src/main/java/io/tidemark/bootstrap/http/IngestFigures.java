package io.tidemark.bootstrap.http;

import io.javalin.http.HttpStatus;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts what came in over HTTP, and why the rest did not. */
final class IngestFigures {
    /** Why a batch was refused as a whole. */
    enum Reason {
        MALFORMED,
        INVALID,
        TOO_LARGE,
        BROKEN_OFF,
        BUSY,
        STORAGE_AWAY;

        static Reason of(HttpStatus status) {
            return switch (status) {
                case CONTENT_TOO_LARGE -> TOO_LARGE;
                case UNPROCESSABLE_CONTENT -> INVALID;
                case REQUEST_TIMEOUT -> BROKEN_OFF;
                case TOO_MANY_REQUESTS -> BUSY;
                case SERVICE_UNAVAILABLE -> STORAGE_AWAY;
                default -> MALFORMED;
            };
        }
    }

    private final LongAdder stored = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final Map<Reason, Long> batches = new ConcurrentHashMap<>();

    /** Timings were stored. */
    void stored(long timings) {
        stored.add(timings);
    }

    /** Timings were refused, each for a fault of its own. */
    void refused(long timings) {
        refused.add(timings);
    }

    void refusedBatch(Reason reason) {
        batches.merge(reason, 1L, Long::sum);
    }

    long stored() {
        return stored.sum();
    }

    long refused() {
        return refused.sum();
    }

    long refusedBatches(Reason reason) {
        return batches.getOrDefault(reason, 0L);
    }
}
