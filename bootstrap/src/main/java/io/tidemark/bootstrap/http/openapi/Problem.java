package io.tidemark.bootstrap.http.openapi;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param title the kind of problem
 * @param status the HTTP status
 * @param detail what is wrong this time, and what to do about it
 */
public record Problem(String title, int status, String detail) {
    public static final String MEDIA_TYPE = "application/problem+json";
}
