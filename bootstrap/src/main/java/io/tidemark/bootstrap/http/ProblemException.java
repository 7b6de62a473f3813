package io.tidemark.bootstrap.http;

import io.javalin.http.HttpStatus;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A request that cannot be answered; the message is meant for whoever sent it. */
final class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private static final Duration WHILE_BUSY = Duration.ofSeconds(1);

    private final HttpStatus status;
    private final @Nullable Duration retryAfter;
    private final transient List<String> mistakes;

    ProblemException(HttpStatus status, String detail) {
        this(status, detail, null, List.of(), null);
    }

    ProblemException(HttpStatus status, String detail, Throwable cause) {
        this(status, detail, null, List.of(), cause);
    }

    private ProblemException(
            HttpStatus status,
            String detail,
            @Nullable Duration retryAfter,
            List<String> mistakes,
            @Nullable Throwable cause) {
        super(detail, cause);
        this.status = status;
        this.retryAfter = retryAfter;
        this.mistakes = List.copyOf(mistakes);
    }

    static ProblemException badRequest(String detail) {
        return new ProblemException(HttpStatus.BAD_REQUEST, detail);
    }

    /** Several mistakes at once. */
    static ProblemException badRequest(List<String> mistakes) {
        return new ProblemException(
                HttpStatus.BAD_REQUEST,
                String.join("\n", mistakes),
                null,
                mistakes.size() > 1 ? mistakes : List.of(),
                null);
    }

    /** Nothing is found by that name or number. */
    static ProblemException notFound(String detail) {
        return new ProblemException(HttpStatus.NOT_FOUND, detail);
    }

    /** What was made of a request's values: those that break a rule are the request's mistake. */
    static <T extends @Nullable Object> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw badRequest(String.valueOf(e.getMessage()));
        }
    }

    /** There is no room now. */
    static ProblemException busy(String detail) {
        return tooMany(detail, WHILE_BUSY);
    }

    /** Whoever asks has asked for enough, for a while of whole seconds. */
    static ProblemException tooMany(String detail, Duration retryAfter) {
        return new ProblemException(
                HttpStatus.TOO_MANY_REQUESTS,
                "%s: try again in %d s".formatted(detail, retryAfter.toSeconds()),
                retryAfter,
                List.of(),
                null);
    }

    /** What is needed is away. */
    static ProblemException away(String detail, Duration retryAfter, Throwable cause) {
        return new ProblemException(HttpStatus.SERVICE_UNAVAILABLE, detail, retryAfter, List.of(), cause);
    }

    HttpStatus status() {
        return status;
    }

    /** Each by itself, where there are several. */
    List<String> mistakes() {
        return mistakes;
    }

    /** When the same request may succeed. */
    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
