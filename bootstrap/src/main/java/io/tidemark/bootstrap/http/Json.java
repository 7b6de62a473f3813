package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.tidemark.bootstrap.settings.Suggestion;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.exc.PropertyBindingException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as this server reads and writes it: instants as ISO 8601, nothing unknown, nothing twice. */
final class Json implements io.javalin.json.JsonMapper {
    private static final Set<String> SIGNATURES = Set.of("by", "who");

    private final Bodies bodies;
    private final JsonMapper mapper = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    Json(Bodies bodies) {
        this.bodies = bodies;
    }

    @Override
    public String toJsonString(Object object, Type type) {
        return mapper.writeValueAsString(object);
    }

    @Override
    public InputStream toJsonStream(Object object, Type type) {
        return new ByteArrayInputStream(mapper.writeValueAsBytes(object));
    }

    /** The body of a request; what is wrong with it is said with its place. */
    <T> T read(Context ctx, Class<T> type) {
        try {
            T body = signed(mapper.readValue(bodies.read(ctx), type), Caller.known(ctx), type);
            if (body == null) {
                throw ProblemException.badRequest("the body must be a JSON object, not null");
            }
            return body;
        } catch (PropertyBindingException e) {
            throw ProblemException.badRequest(unknownKey(e));
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /** Who comes with a token signs with its name, whatever the body says: here, so that no call can forget it. */
    private <T> @Nullable T signed(@Nullable T body, Optional<String> caller, Class<T> type) {
        List<String> signatures = !type.isRecord()
                ? List.of()
                : Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .filter(SIGNATURES::contains)
                        .toList();
        if (body == null || caller.isEmpty() || signatures.isEmpty()) {
            return body;
        }
        ObjectNode tree = mapper.valueToTree(body);
        signatures.forEach(key -> tree.put(key, caller.get()));
        return mapper.treeToValue(tree, type);
    }

    static ProblemException unreadable(JacksonException e) {
        return ProblemException.badRequest("the body cannot be read as JSON%s: %s"
                .formatted(place(e), e.getOriginalMessage().lines().findFirst().orElse("")));
    }

    private static String unknownKey(PropertyBindingException e) {
        List<String> known =
                e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList();
        String meant = Suggestion.closest(e.getPropertyName(), known)
                .map(key -> " (did you mean '%s'?)".formatted(key))
                .orElse("");
        return "unknown key '%s'%s%s: there are %s"
                .formatted(e.getPropertyName(), meant, place(e), String.join(", ", known));
    }

    private static String place(JacksonException e) {
        TokenStreamLocation location = e.getLocation();
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line %d, column %d)".formatted(location.getLineNr(), location.getColumnNr());
    }
}
