package io.tidemark.channel;

import java.util.ArrayList;
import java.util.List;

/** A JSON array. Not for several threads. */
public final class JsonArray implements Json {
    private final List<String> elements = new ArrayList<>();

    JsonArray() {}

    /** Adds a string. */
    public JsonArray add(String value) {
        return addWritten(JsonText.string(value));
    }

    /** Adds a whole number. */
    public JsonArray add(long value) {
        return addWritten(Long.toString(value));
    }

    /** Adds a number, which must be finite because JSON has no other. */
    public JsonArray add(double value) {
        return addWritten(JsonText.number(value));
    }

    /** Adds true or false. */
    public JsonArray add(boolean value) {
        return addWritten(Boolean.toString(value));
    }

    /** Adds an object or an array as it is now: later changes to it are not seen. */
    public JsonArray add(Json value) {
        return addWritten(value.toString());
    }

    private JsonArray addWritten(String json) {
        elements.add(json);
        return this;
    }

    @Override
    public String toString() {
        return "[" + String.join(",", elements) + "]";
    }
}
