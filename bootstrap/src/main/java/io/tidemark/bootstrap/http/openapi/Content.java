package io.tidemark.bootstrap.http.openapi;

import java.util.List;

/**
 * What a body or an answer holds.
 *
 * @param mediaType how it is written
 * @param shapes what it is: one of these records, an array of one, or a plain type; anything when there are none
 */
public record Content(String mediaType, List<Class<?>> shapes) {
    static final Content PROBLEM = new Content(Problem.MEDIA_TYPE, List.of(Problem.class));

    private static final String JSON = "application/json";

    public Content {
        shapes = List.copyOf(shapes);
    }

    /** JSON of one of these shapes. */
    public static Content json(Class<?>... shapes) {
        return new Content(JSON, List.of(shapes));
    }

    /** Something of which no more is said than how it is written. */
    public static Content opaque(String mediaType) {
        return new Content(mediaType, List.of());
    }
}
