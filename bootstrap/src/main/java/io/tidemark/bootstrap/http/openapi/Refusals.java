package io.tidemark.bootstrap.http.openapi;

import static java.util.Map.entry;

import io.javalin.http.HandlerType;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The problems that calls have in common. */
final class Refusals {
    private static final Map<HttpStatus, String> MEANINGS = Map.ofEntries(
            entry(HttpStatus.BAD_REQUEST, "A parameter or the body breaks a rule; the detail says which."),
            entry(HttpStatus.UNAUTHORIZED, "The token is missing, unknown, expired or revoked."),
            entry(HttpStatus.FORBIDDEN, "The role of the token does not suffice, or a page of another site calls."),
            entry(HttpStatus.REQUEST_TIMEOUT, "The body broke off, or took too long."),
            entry(HttpStatus.CONTENT_TOO_LARGE, "The body is too large."),
            entry(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is of another type."),
            entry(HttpStatus.MISDIRECTED_REQUEST, "This server does not answer to the name that it was called by."),
            entry(HttpStatus.TOO_MANY_REQUESTS, "Too much at a time: Retry-After says when to try again."),
            entry(HttpStatus.INTERNAL_SERVER_ERROR, "Something failed; the log of the server says what."),
            entry(HttpStatus.SERVICE_UNAVAILABLE, "The storage is away: try again in a moment."));

    private static final List<HttpStatus> ANYWHERE = List.of(
            HttpStatus.MISDIRECTED_REQUEST,
            HttpStatus.TOO_MANY_REQUESTS,
            HttpStatus.INTERNAL_SERVER_ERROR,
            HttpStatus.SERVICE_UNAVAILABLE);

    private static final List<HttpStatus> OF_BODIES = List.of(
            HttpStatus.BAD_REQUEST,
            HttpStatus.REQUEST_TIMEOUT,
            HttpStatus.CONTENT_TOO_LARGE,
            HttpStatus.UNSUPPORTED_MEDIA_TYPE);

    private Refusals() {}

    /** The statuses with which a call may be refused, beside those that it tells of itself. */
    static Set<HttpStatus> of(Call call, boolean guarded) {
        Set<HttpStatus> statuses = new TreeSet<>(ANYWHERE);
        if (call.path().startsWith("/api/")) {
            statuses.add(HttpStatus.BAD_REQUEST);
        }
        boolean reads = call.method().equals(HandlerType.GET);
        if (!reads && !call.method().equals(HandlerType.DELETE)) {
            statuses.addAll(OF_BODIES);
        }
        if (guarded) {
            statuses.add(HttpStatus.UNAUTHORIZED);
        }
        if (guarded || !reads) {
            statuses.add(HttpStatus.FORBIDDEN);
        }
        call.answers().forEach(answer -> statuses.remove(answer.status()));
        return statuses;
    }

    static Map<HttpStatus, String> meanings() {
        return MEANINGS;
    }
}
