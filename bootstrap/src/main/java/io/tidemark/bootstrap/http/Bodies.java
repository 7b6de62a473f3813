package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/** Reads the bodies of requests: each bounded in size and in time, and never so many that no thread is left. */
final class Bodies {
    static final int MAX_BYTES = 64 * 1024;
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MAX_WAITING = HttpServer.THREADS / 2;

    private final Semaphore waiting = new Semaphore(MAX_WAITING);
    private final LongSupplier nanos;

    Bodies(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** A body as short as most. */
    byte[] read(Context ctx) {
        if (!waiting.tryAcquire()) {
            throw ProblemException.busy("%d requests are waiting for the rest of their bodies".formatted(MAX_WAITING));
        }
        try (BoundedInput body = open(ctx, MAX_BYTES)) {
            return body.rest();
        } catch (IOException e) {
            throw brokenOff(e);
        } finally {
            waiting.release();
        }
    }

    /** A body as it arrives; whoever reads it sees to it that few do at a time. */
    BoundedInput open(Context ctx, int maxBytes) {
        if (ctx.contentLength() > maxBytes) {
            throw tooLarge(maxBytes);
        }
        return new BoundedInput(ctx.bodyInputStream(), bounds(maxBytes), Bodies::brokenOff);
    }

    IntConsumer bounds(int maxBytes) {
        return new Bounds(maxBytes, nanos);
    }

    private static ProblemException tooLarge(int maxBytes) {
        return new ProblemException(
                HttpStatus.CONTENT_TOO_LARGE, "the body is larger than %d bytes".formatted(maxBytes));
    }

    private static ProblemException brokenOff(IOException e) {
        return new ProblemException(
                HttpStatus.REQUEST_TIMEOUT, "the body broke off before its end; send the request again", e);
    }

    /** Counts what has come of one body, and looks at the time. */
    private static final class Bounds implements IntConsumer {
        private final int maxBytes;
        private final LongSupplier nanos;
        private final long start;
        private long bytes;

        Bounds(int maxBytes, LongSupplier nanos) {
            this.maxBytes = maxBytes;
            this.nanos = nanos;
            this.start = nanos.getAsLong();
        }

        @Override
        public void accept(int count) {
            bytes += count;
            if (bytes > maxBytes) {
                throw tooLarge(maxBytes);
            }
            if (nanos.getAsLong() - start > PATIENCE.toNanos()) {
                throw new ProblemException(
                        HttpStatus.REQUEST_TIMEOUT, "the body took longer than %d s".formatted(PATIENCE.toSeconds()));
            }
        }
    }
}
