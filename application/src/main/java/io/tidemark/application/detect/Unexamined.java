package io.tidemark.application.detect;

import static java.util.Objects.requireNonNull;

/**
 * An operation that could not be looked at; the others were all the same.
 *
 * @param operation which one
 * @param failure what went wrong
 */
public record Unexamined(String operation, String failure) implements Examined {
    public Unexamined {
        requireNonNull(operation, "operation");
        requireNonNull(failure, "failure");
    }
}
