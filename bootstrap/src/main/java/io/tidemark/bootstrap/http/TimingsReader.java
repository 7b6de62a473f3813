package io.tidemark.bootstrap.http;

import io.javalin.http.HttpStatus;
import io.tidemark.domain.timing.JsonObject;
import java.io.InputStream;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/** Reads a batch of timings as it arrives: an array of them, or an object that has it as {@code timings}. */
final class TimingsReader {
    static final int MAX_ROWS = 10_000;

    private static final Set<String> OBJECTS = Set.of("metadata", "error");
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(4 * JsonObject.MAX_BYTES)
                    .build())
            .build();

    private final JsonParser json;

    private TimingsReader(JsonParser json) {
        this.json = json;
    }

    /**
     * The rows of a batch.
     *
     * @throws ProblemException when it is no batch; what is wrong with a value is left to the intake
     */
    static List<Map<String, Object>> read(InputStream body) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            return new TimingsReader(json).batch();
        } catch (JacksonException e) {
            throw Json.unreadable(e);
        }
    }

    private List<Map<String, Object>> batch() {
        boolean wrapped = json.nextToken() == JsonToken.START_OBJECT;
        if (wrapped) {
            require("timings".equals(json.nextName()) && json.nextToken() == JsonToken.START_ARRAY);
        } else {
            require(json.currentToken() == JsonToken.START_ARRAY);
        }
        List<Map<String, Object>> rows = rows();
        require(!wrapped || json.nextToken() == JsonToken.END_OBJECT);
        require(json.nextToken() == null);
        return rows;
    }

    private static void require(boolean batch) {
        if (!batch) {
            throw ProblemException.badRequest(
                    "the body must be an array of timings, or an object that has it as its only member 'timings'");
        }
    }

    private List<Map<String, Object>> rows() {
        List<Map<String, Object>> rows = new ArrayList<>();
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() != JsonToken.START_OBJECT) {
                throw ProblemException.badRequest("timing %d must be an object".formatted(rows.size()));
            }
            if (rows.size() == MAX_ROWS) {
                throw new ProblemException(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        "a batch may have at most %d timings: send several".formatted(MAX_ROWS));
            }
            rows.add(row());
        }
        return rows;
    }

    private Map<String, Object> row() {
        TimingRow row = new TimingRow();
        for (String field = json.nextName(); field != null; field = json.nextName()) {
            if (json.nextToken() != JsonToken.VALUE_NULL) {
                row.put(field, value(field));
            }
        }
        return row.values();
    }

    private Object value(String field) {
        return switch (json.currentToken()) {
            case VALUE_STRING -> json.getString();
            case VALUE_NUMBER_INT -> whole();
            case VALUE_NUMBER_FLOAT -> json.getDoubleValue();
            case START_OBJECT -> OBJECTS.contains(field) ? object() : skipped("{…}", "must not be an object");
            case START_ARRAY -> skipped("[…]", "must not be an array");
            default -> json.getBooleanValue();
        };
    }

    private Number whole() {
        Number number = json.getNumberValue();
        return number instanceof Integer ? Long.valueOf(number.longValue()) : number;
    }

    private Unreadable skipped(String shown, String rule) {
        json.skipChildren();
        return new Unreadable(shown, rule);
    }

    private Object object() {
        try {
            return new JsonObject(text());
        } catch (IllegalArgumentException e) {
            return new Unreadable("{…}", String.valueOf(e.getMessage()));
        }
    }

    /** The text of an object; of one that is too long somewhat more than is allowed. */
    private String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            int depth = 0;
            do {
                depth += json.currentToken().isStructStart() ? 1 : 0;
                depth -= json.currentToken().isStructEnd() ? 1 : 0;
                if (text.getBuffer().length() <= JsonObject.MAX_BYTES) {
                    copy.copyCurrentEventExact(json);
                }
            } while (depth > 0 && json.nextToken() != null);
        }
        return text.toString();
    }
}
