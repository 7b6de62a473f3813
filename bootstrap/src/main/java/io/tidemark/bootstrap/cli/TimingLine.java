package io.tidemark.bootstrap.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** How a line of a file becomes the fields of a timing; whether their values keep the rules is for the daemon to say. */
@FunctionalInterface
interface TimingLine {
    /** One JSON object on each line. */
    TimingLine JSON = TimingLine::object;

    /**
     * The values of a line, by the names of their fields.
     *
     * @throws IllegalArgumentException with a clause that says why it holds no timing
     */
    Map<String, Object> values(String line);

    /**
     * Lines with a cell for each field that the header names.
     *
     * @throws IllegalArgumentException when the header names none
     */
    static TimingLine csv(String header) {
        var fields = CsvLine.split(header);
        if (fields.contains("") || Set.copyOf(fields).size() < fields.size()) {
            throw new IllegalArgumentException("'%s' has a field twice, or one without a name".formatted(header));
        }
        return line -> cells(fields, CsvLine.split(line));
    }

    private static Map<String, Object> object(String line) {
        try {
            Map<String, Object> fields = Reading.JSON.readValue(line, Reading.FIELDS);
            if (fields != null) {
                return fields;
            }
            throw new IllegalArgumentException("is no JSON object, but null");
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("is no JSON object: " + wrong.getOriginalMessage(), wrong);
        }
    }

    private static Map<String, Object> cells(List<String> fields, List<String> cells) {
        if (cells.size() != fields.size()) {
            throw new IllegalArgumentException(
                    "has %d cells, but the first line names %d fields".formatted(cells.size(), fields.size()));
        }
        var values = new LinkedHashMap<String, Object>();
        for (int column = 0; column < fields.size(); column++) {
            if (!cells.get(column).isEmpty()) {
                values.put(fields.get(column), value(fields.get(column), cells.get(column)));
            }
        }
        return values;
    }

    private static Object value(String field, String cell) {
        if (Reading.OBJECTS.contains(field)) {
            return object(cell);
        }
        if (!Reading.NUMBERS.contains(field) || !cell.matches("-?\\d{1,18}(\\.\\d{1,9})?")) {
            return cell;
        }
        return cell.contains(".") ? (Object) Double.valueOf(cell) : (Object) Long.valueOf(cell);
    }

    /** What reading takes. */
    final class Reading {
        private static final JsonMapper JSON = JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {};
        private static final Set<String> OBJECTS = Set.of("metadata", "error");
        private static final Set<String> NUMBERS =
                Set.of("durationMicros", "durationNanos", "durationMillis", "rowsAffected", "memoryBytes", "cpuMicros");

        private Reading() {}
    }
}
