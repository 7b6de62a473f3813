package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

/**
 * Something that is kept, with the number by which a long list of such goes on from it.
 *
 * @param number greater than that of whatever was kept before it
 * @param value what is kept
 */
public record Numbered<T>(long number, T value) {
    /** Beyond every number: where a list begins that goes backwards. */
    public static final long BEYOND = Long.MAX_VALUE;

    public Numbered {
        requireNonNull(value, "value");
    }
}
