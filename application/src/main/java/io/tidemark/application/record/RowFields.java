package io.tidemark.application.record;

import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Scope;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the fields of one row; a value that breaks a rule is noted and left out, so that all mistakes are found. */
final class RowFields {
    private static final String NAME_RULE =
            "must be a text, not blank, of at most %d characters, without a NUL character"
                    .formatted(Scope.MAX_NAME_LENGTH);

    private static final String INSTANT_RULE =
            "must be an instant by ISO 8601 with its offset, from 1970 to 9998, such as"
                    + " 2026-03-02T12:00:00.000001Z";

    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");

    private final int row;
    private final Map<String, ?> values;
    private final List<Refusal> refusals;
    private boolean refused;

    RowFields(int row, Map<String, ?> values, List<Refusal> refusals) {
        this.row = row;
        this.values = values;
        this.refusals = refusals;
    }

    boolean has(String field) {
        return values.get(field) != null;
    }

    boolean isRefused() {
        return refused;
    }

    void refuse(String field, String rule) {
        refused = true;
        Object value = values.get(field);
        refusals.add(new Refusal(row, field, value == null ? "" : value.toString(), rule));
    }

    void refuseOthersThan(List<String> known) {
        for (String field : values.keySet()) {
            if (!known.contains(field)) {
                refuse(field, "is no field of a timing: there are " + String.join(", ", known));
            }
        }
    }

    /** A stand-in where there is none. */
    String requiredName(String field) {
        if (!has(field)) {
            refuse(field, "is missing");
        }
        String name = name(field);
        return name == null ? "missing" : name;
    }

    @Nullable
    String name(String field) {
        Object value = values.get(field);
        if (value == null) {
            return null;
        }
        if (value instanceof String text && isName(text)) {
            return text;
        }
        refuse(field, NAME_RULE);
        return null;
    }

    @Nullable
    Long whole(String field, long min, long max) {
        Object value = values.get(field);
        if (value == null) {
            return null;
        }
        Long number = value instanceof Number given ? exact(given) : null;
        if (number != null && number >= min && number <= max) {
            return number;
        }
        refuse(field, "must be a whole number from %d to %d".formatted(min, max));
        return null;
    }

    @Nullable
    Instant instant(String field) {
        Object value = values.get(field);
        if (value == null) {
            return null;
        }
        Instant instant = value instanceof Instant given ? given : value instanceof String text ? parsed(text) : null;
        if (instant != null && !instant.isBefore(EARLIEST) && instant.isBefore(LATEST)) {
            return instant;
        }
        refuse(field, INSTANT_RULE);
        return null;
    }

    @Nullable
    JsonObject object(String field) {
        Object value = values.get(field);
        if (value == null || value instanceof JsonObject) {
            return (JsonObject) value;
        }
        if (value instanceof Map<?, ?> members) {
            return object(field, members);
        }
        refuse(field, "must be an object");
        return null;
    }

    private @Nullable JsonObject object(String field, Map<?, ?> members) {
        Map<String, Object> named = new LinkedHashMap<>();
        members.forEach((name, member) -> named.put(String.valueOf(name), member));
        try {
            return JsonObject.of(named);
        } catch (IllegalArgumentException e) {
            refuse(field, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static boolean isName(String text) {
        return !text.isBlank() && text.length() <= Scope.MAX_NAME_LENGTH && text.indexOf('\0') < 0;
    }

    private static @Nullable Long exact(Number number) {
        try {
            return new BigDecimal(number.toString()).longValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static @Nullable Instant parsed(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
