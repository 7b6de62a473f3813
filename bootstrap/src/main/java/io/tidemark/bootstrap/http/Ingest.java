package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.Header;
import io.javalin.http.HttpStatus;
import io.tidemark.application.port.StorageException;
import io.tidemark.bootstrap.http.IngestFigures.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes batches that come from outside: a few at a time, each bounded in size and in time, unpacked, and counted. */
final class Ingest {
    static final int MAX_BYTES = 5_000_000;
    static final int MAX_UNPACKED_BYTES = 20_000_000;

    private static final Logger LOG = LoggerFactory.getLogger(Ingest.class);
    private static final Duration WHILE_AWAY = Duration.ofSeconds(5);

    private final Bodies bodies;
    private final InHand inHand = new InHand();
    private final IngestFigures figures = new IngestFigures();

    Ingest(Bodies bodies) {
        this.bodies = bodies;
    }

    IngestFigures figures() {
        return figures;
    }

    int batchesInHand() {
        return inHand.batches();
    }

    /**
     * Does the work on the body of a request.
     *
     * @throws ProblemException when there is no room, the body cannot be taken, or the storage is away
     */
    <T> T take(Context ctx, Function<BoundedInput, T> work) {
        try (InHand.Place place = inHand.enter();
                BoundedInput body = unpacked(ctx, place)) {
            return work.apply(body);
        } catch (ProblemException e) {
            figures.refusedBatch(Reason.of(e.status()));
            throw e;
        } catch (StorageException e) {
            figures.refusedBatch(Reason.STORAGE_AWAY);
            LOG.warn("A batch from {} could not be stored", ctx.ip(), e);
            throw e.isPassing() ? away(e) : refused(e);
        } catch (IOException e) {
            throw new UncheckedIOException("a body that was read cannot be closed", e);
        }
    }

    private static ProblemException away(StorageException e) {
        return ProblemException.away(
                "the storage is away: send the batch again in %d s".formatted(WHILE_AWAY.toSeconds()), WHILE_AWAY, e);
    }

    private static ProblemException refused(StorageException e) {
        return new ProblemException(
                HttpStatus.INTERNAL_SERVER_ERROR, "the storage refuses the batch; the log says why", e);
    }

    private BoundedInput unpacked(Context ctx, InHand.Place place) {
        String encoding = requireNonNullElse(ctx.header(Header.CONTENT_ENCODING), "identity");
        return switch (encoding.toLowerCase(Locale.ROOT)) {
            case "identity" -> within(bodies.open(ctx, MAX_BYTES), place);
            case "gzip" -> within(gunzipped(bodies.open(ctx, MAX_BYTES)), place);
            default -> {
                ctx.header(Header.ACCEPT_ENCODING, "gzip");
                throw new ProblemException(
                        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                        "Content-Encoding '%s' must be gzip, or left out".formatted(encoding));
            }
        };
    }

    private static InputStream gunzipped(InputStream body) {
        try {
            return new GZIPInputStream(body);
        } catch (IOException e) {
            throw notPacked(e);
        }
    }

    private BoundedInput within(InputStream body, InHand.Place place) {
        IntConsumer bounds = bodies.bounds(MAX_UNPACKED_BYTES);
        return new BoundedInput(body, bounds.andThen(place::grow), Ingest::notPacked);
    }

    private static ProblemException notPacked(IOException e) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST, "the body is not packed as its Content-Encoding says: " + e.getMessage(), e);
    }
}
