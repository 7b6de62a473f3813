package io.tidemark.bootstrap.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The attributes of a span, a resource or an event as plain values, by their keys. */
final class Attributes {
    private final Map<String, @Nullable Object> values;

    private Attributes(Map<String, @Nullable Object> values) {
        this.values = values;
    }

    static Attributes of(List<KeyValue> attributes) {
        return new Attributes(members(attributes));
    }

    Map<String, @Nullable Object> values() {
        return values;
    }

    boolean has(String key) {
        return values.get(key) != null;
    }

    /** A text that says something. */
    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(Object::toString).filter(text -> !text.isBlank());
    }

    OptionalLong count(String key) {
        return values.get(key) instanceof Long count && count >= 0 ? OptionalLong.of(count) : OptionalLong.empty();
    }

    private static Map<String, @Nullable Object> members(List<KeyValue> attributes) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        attributes.forEach(attribute -> members.put(attribute.getKey(), value(attribute.getValue())));
        return members;
    }

    private static @Nullable Object value(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case BOOL_VALUE -> value.getBoolValue();
            case INT_VALUE -> value.getIntValue();
            case DOUBLE_VALUE -> number(value.getDoubleValue());
            case ARRAY_VALUE ->
                value.getArrayValue().getValuesList().stream()
                        .map(element -> String.valueOf(value(element)))
                        .toList();
            case KVLIST_VALUE -> members(value.getKvlistValue().getValuesList());
            case BYTES_VALUE -> base64(value.getBytesValue());
            default -> null;
        };
    }

    /** JSON has no word for what is not finite. */
    private static Object number(double number) {
        return Double.isFinite(number) ? (Object) number : Double.toString(number);
    }

    private static String base64(ByteString bytes) {
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }
}
