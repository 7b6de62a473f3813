package io.tidemark.bootstrap.http;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param title the kind of problem
 * @param status the HTTP status
 * @param detail what is wrong this time, and what to do about it
 */
record Problem(String title, int status, String detail) {
    static final String MEDIA_TYPE = "application/problem+json";
}
