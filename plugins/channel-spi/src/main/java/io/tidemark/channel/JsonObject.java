package io.tidemark.channel;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A JSON object: its members in the order in which they were first put. Not for several threads. */
public final class JsonObject implements Json {
    private final Map<String, String> members = new LinkedHashMap<>();

    JsonObject() {}

    /** Puts a string, or leaves the member out if it is null. */
    public JsonObject put(String name, @Nullable String value) {
        return value == null ? this : putWritten(name, JsonText.string(value));
    }

    /** Puts a whole number. */
    public JsonObject put(String name, long value) {
        return putWritten(name, Long.toString(value));
    }

    /** Puts a number, which must be finite because JSON has no other. */
    public JsonObject put(String name, double value) {
        return putWritten(name, JsonText.number(value));
    }

    /** Puts true or false. */
    public JsonObject put(String name, boolean value) {
        return putWritten(name, Boolean.toString(value));
    }

    /** Puts an object or an array as it is now: later changes to it are not seen. */
    public JsonObject put(String name, Json value) {
        return putWritten(name, value.toString());
    }

    private JsonObject putWritten(String name, String json) {
        members.put(JsonText.string(name), json);
        return this;
    }

    @Override
    public String toString() {
        return members.entrySet().stream()
                .map(member -> member.getKey() + ":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }
}
