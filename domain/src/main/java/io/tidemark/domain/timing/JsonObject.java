package io.tidemark.domain.timing;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A JSON object as text, checked once: whoever has one can store it.
 *
 * <p>Checked are the grammar of RFC 8259, and what PostgreSQL's {@code jsonb} asks for on top of it: no NUL character,
 * no half of a surrogate pair, no number out of all proportion.
 *
 * @param text the object: at most {@value #MAX_BYTES} bytes in UTF-8
 */
public record JsonObject(String text) {
    public static final int MAX_BYTES = 16 * 1024;

    public JsonObject {
        requireNonNull(text, "text");
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > MAX_BYTES) {
            throw new IllegalArgumentException(
                    "a JSON object of %d bytes is too long: it may have at most %d".formatted(bytes, MAX_BYTES));
        }
        new JsonSyntax(text).requireObject();
    }

    /**
     * Writes an object: strings, numbers, booleans, null, maps and iterables; anything else as its {@code toString}. What
     * cannot be stored in a text is replaced by U+FFFD.
     *
     * @throws IllegalArgumentException when it gets too long, too deep, or contains a number that is not finite
     */
    public static JsonObject of(Map<String, ?> members) {
        return new JsonObject(JsonWriter.write(members));
    }

    /** The members that hold a string, a number or a truth value, as text, in their order. */
    public Map<String, String> scalars() {
        return JsonScalars.of(this);
    }

    @Override
    public String toString() {
        return text;
    }
}
