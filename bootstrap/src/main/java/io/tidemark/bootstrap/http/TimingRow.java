package io.tidemark.bootstrap.http;

import io.tidemark.bootstrap.settings.Suggestion;
import io.tidemark.domain.timing.Timing;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The values of one timing as somebody sent it, by the names of their fields. */
final class TimingRow {
    private static final List<String> DURATIONS = List.of("durationMicros", "durationNanos", "durationMillis");
    private static final Set<String> KNOWN = TimingBody.names();
    private static final int MAX_FIELDS = 2 * KNOWN.size();

    private final Map<String, Object> values = new LinkedHashMap<>();

    /** Notes a value. An unknown field must not get lost: it is probably a misspelt one. */
    void put(String field, Object value) {
        Object noted = KNOWN.contains(field) ? value : unknown(field, value);
        if (values.put(field, noted) != null) {
            throw ProblemException.badRequest("field '%s' stands twice in one timing".formatted(field));
        }
        if (values.size() > MAX_FIELDS) {
            throw ProblemException.badRequest(
                    "a timing has at most %d fields: there are %s".formatted(KNOWN.size(), String.join(", ", KNOWN)));
        }
    }

    /** The values as the intake takes them: one duration, in microseconds. */
    Map<String, Object> values() {
        List<String> durations = DURATIONS.stream().filter(values::containsKey).toList();
        if (durations.size() == 1) {
            inMicros(durations.get(0));
        } else {
            durations.forEach(
                    field -> spoil(field, "is not the only one: give one of " + String.join(", ", DURATIONS)));
        }
        return values;
    }

    private void inMicros(String field) {
        Object value = values.get(field);
        if (field.equals("durationNanos") && value instanceof Long nanos && nanos >= 0) {
            replace(field, Timing.toMicros(nanos));
        } else if (field.equals("durationMillis") && value instanceof Number millis && millis.doubleValue() >= 0) {
            replace(field, Timing.toMicros(Math.round(millis.doubleValue() * 1e6)));
        } else if (!field.equals("durationMicros")) {
            spoil(field, field.equals("durationNanos") ? "must be a whole number from 0" : "must be a number from 0");
        }
    }

    private void replace(String field, long micros) {
        values.remove(field);
        values.put("durationMicros", micros);
    }

    private void spoil(String field, String rule) {
        values.put(field, new Unreadable(String.valueOf(values.get(field)), rule));
    }

    private static Unreadable unknown(String field, Object value) {
        String rule = Suggestion.closest(field, KNOWN)
                .map("is no field of a timing: did you mean '%s'?"::formatted)
                .orElseGet(() -> "is no field of a timing: there are " + String.join(", ", KNOWN));
        return new Unreadable(value.toString(), rule);
    }
}
