package io.tidemark.bootstrap.http;

import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered; the message is meant for whoever sent it. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final Duration WHILE_BUSY = Duration.ofSeconds(1);

    private final HttpStatus status;
    private final @Nullable Duration retryAfter;

    ProblemException(HttpStatus status, String detail) {
        this(status, detail, null, null);
    }

    ProblemException(HttpStatus status, String detail, Throwable cause) {
        this(status, detail, null, cause);
    }

    private ProblemException(
            HttpStatus status, String detail, @Nullable Duration retryAfter, @Nullable Throwable cause) {
        super(detail, cause);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, detail);
    }

    /** Nothing is found by that name or number. */
    static ProblemException notFound(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, detail);
    }

    /** What was made of a request's values: those that break a rule are the request's mistake. */
    static <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** There is no room now. */
    static ProblemException busy(String detail) {
        return new ProblemException(
                HttpStatus.TOO_MANY_REQUESTS,
                "%s: try again in %d s".formatted(detail, WHILE_BUSY.toSeconds()),
                WHILE_BUSY,
                null);
    }

    /** What is needed is away. */
    static ProblemException away(String detail, Duration retryAfter, Throwable cause) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, detail, retryAfter, cause);
    }

    HttpStatus status() {
        return status;
    }

    /** When the same request may succeed. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
