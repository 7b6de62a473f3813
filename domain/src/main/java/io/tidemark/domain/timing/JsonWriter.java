package io.tidemark.domain.timing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes values as JSON. */
final class JsonWriter {
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder json = new StringBuilder();

    private JsonWriter() {}

    static String write(Map<String, ?> members) {
        JsonWriter writer = new JsonWriter();
        writer.members(members, 0);
        return writer.json.toString();
    }

    private void value(@Nullable Object value, int depth) {
        if (depth > JsonSyntax.MAX_DEPTH) {
            throw new IllegalArgumentException(
                    "a JSON object may have at most %d levels".formatted(JsonSyntax.MAX_DEPTH));
        }
        if (value == null || value instanceof Boolean || value instanceof Number) {
            json.append(value);
        } else if (value instanceof Map<?, ?> members) {
            members(members, depth);
        } else if (value instanceof Iterable<?> elements) {
            elements(elements, depth);
        } else {
            string(value.toString());
        }
    }

    private void members(Map<?, ?> members, int depth) {
        json.append('{');
        String separator = "";
        for (Map.Entry<?, ?> member : members.entrySet()) {
            json.append(separator);
            string(String.valueOf(member.getKey()));
            json.append(':');
            value(member.getValue(), depth + 1);
            separator = ",";
        }
        json.append('}');
    }

    private void elements(Iterable<?> elements, int depth) {
        json.append('[');
        String separator = "";
        for (Object element : elements) {
            json.append(separator);
            value(element, depth + 1);
            separator = ",";
        }
        json.append(']');
    }

    private void string(String text) {
        json.append('"');
        text.codePoints().forEach(this::character);
        json.append('"');
    }

    private void character(int c) {
        if (c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE)) {
            json.append(REPLACEMENT);
        } else if (c == '"' || c == '\\') {
            json.append('\\').append((char) c);
        } else if (c < ' ') {
            json.append("\\u%04x".formatted(c));
        } else {
            json.appendCodePoint(c);
        }
    }
}
