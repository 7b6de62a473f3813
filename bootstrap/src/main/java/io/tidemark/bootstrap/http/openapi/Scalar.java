package io.tidemark.bootstrap.http.openapi;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a type without parts is written.
 *
 * @param type what JSON calls it, or empty when it may be anything
 * @param format a closer word, or empty
 */
record Scalar(String type, String format) {
    private static final Scalar TEXT = new Scalar("string", "");
    private static final Scalar BOOLEAN = new Scalar("boolean", "");
    private static final Scalar INT = new Scalar("integer", "int32");
    private static final Scalar LONG = new Scalar("integer", "int64");
    private static final Scalar DOUBLE = new Scalar("number", "double");

    private static final Map<Class<?>, Scalar> KNOWN = Map.ofEntries(
            Map.entry(String.class, TEXT),
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(Boolean.class, BOOLEAN),
            Map.entry(int.class, INT),
            Map.entry(Integer.class, INT),
            Map.entry(long.class, LONG),
            Map.entry(Long.class, LONG),
            Map.entry(double.class, DOUBLE),
            Map.entry(Double.class, DOUBLE),
            Map.entry(Instant.class, new Scalar("string", "date-time")),
            Map.entry(Map.class, new Scalar("object", "")),
            Map.entry(Object.class, new Scalar("", "")));

    static Optional<ObjectNode> of(Class<?> type) {
        return Optional.ofNullable(KNOWN.get(type)).map(Scalar::schema);
    }

    private ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        if (!type.isEmpty()) {
            schema.put("type", type);
        }
        if (!format.isEmpty()) {
            schema.put("format", format);
        }
        return schema;
    }
}
