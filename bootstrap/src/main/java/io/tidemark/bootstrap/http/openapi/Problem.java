package io.tidemark.bootstrap.http.openapi;

import io.javalin.http.HttpStatus;
import java.util.List;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type nothing more than what the status says
 * @param title the kind of problem
 * @param status the HTTP status
 * @param detail what is wrong this time, and what to do about it
 * @param instance what was asked for
 * @param mistakes each by itself, where there are several
 */
public record Problem(String type, String title, int status, String detail, String instance, List<String> mistakes) {
    public static final String MEDIA_TYPE = "application/problem+json";
    public static final String ANY_TYPE = "about:blank";

    public Problem {
        mistakes = List.copyOf(mistakes);
    }

    public static Problem of(HttpStatus status, String detail, String instance, List<String> mistakes) {
        return new Problem(ANY_TYPE, status.getMessage(), status.getCode(), detail, instance, mistakes);
    }
}
