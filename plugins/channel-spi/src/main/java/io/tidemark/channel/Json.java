package io.tidemark.channel;

/**
 * A JSON value to send, for channels that would otherwise need a library for ten lines. {@code toString} writes it,
 * without blanks, as RFC 8259 has it.
 */
public sealed interface Json permits JsonObject, JsonArray {
    /** An empty object, to be filled with {@code put}. */
    static JsonObject object() {
        return new JsonObject();
    }

    /** An empty array, to be filled with {@code add}. */
    static JsonArray array() {
        return new JsonArray();
    }

    /** The JSON text. */
    @Override
    String toString();
}
