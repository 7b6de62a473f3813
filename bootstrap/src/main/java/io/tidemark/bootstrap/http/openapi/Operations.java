package io.tidemark.bootstrap.http.openapi;

import io.javalin.http.HttpStatus;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes an operation of the document of each call. */
final class Operations {
    static final String TOKEN = "token";
    static final String SESSION = "session";

    private static final String VERSION = "^(/api)?/v1";

    private final Schemas schemas;

    Operations(Schemas schemas) {
        this.schemas = schemas;
    }

    /** What the calls about one kind of thing have in common: the first word of their path. */
    static String tag(Call call) {
        return words(call).findFirst().orElse("").replaceFirst("[.].*", "");
    }

    /** What the problems of a status are called among the components. */
    static String component(HttpStatus status) {
        return camel(status.name().split("_"));
    }

    static ObjectNode refusal(HttpStatus status, Schemas schemas) {
        ObjectNode response = object().put("description", Refusals.meanings().get(status));
        content(response, List.of(Content.PROBLEM), schemas::written);
        return response;
    }

    ObjectNode of(Call call, Optional<String> role) {
        ObjectNode operation = object();
        operation.putArray("tags").add(tag(call));
        operation
                .put("summary", call.summary())
                .put("description", role.map("Needs the role %s."::formatted).orElse("Needs no token."))
                .put("operationId", id(call));
        ArrayNode parameters = operation.putArray("parameters");
        call.parameters().forEach(placed -> parameters.add(parameter(placed)));
        Body body = call.body();
        if (body != null) {
            ObjectNode request = operation.putObject("requestBody").put("required", true);
            content(request, body.contents(), shape -> schemas.read(shape, body.needed()));
        }
        operation.set("responses", responses(call, role.isPresent()));
        security(operation.putArray("security"), role);
        return operation;
    }

    private ObjectNode responses(Call call, boolean guarded) {
        ObjectNode responses = object();
        call.answers().forEach(answer -> {
            ObjectNode response = responses
                    .putObject(Integer.toString(answer.status().getCode()))
                    .put("description", answer.meaning());
            content(response, answer.contents(), schemas::written);
        });
        Refusals.of(call, guarded)
                .forEach(status -> responses
                        .putObject(Integer.toString(status.getCode()))
                        .put("$ref", "#/components/responses/" + component(status)));
        return responses;
    }

    private static ObjectNode parameter(Placed placed) {
        Parameter<?> parameter = placed.parameter();
        ObjectNode node = object().put("name", parameter.name())
                .put("in", placed.place().word())
                .put("description", parameter.meaning())
                .put("required", parameter.isNeeded());
        node.set("schema", parameter.schema());
        return node;
    }

    private static void content(ObjectNode of, List<Content> contents, Function<Class<?>, ObjectNode> schema) {
        for (Content content : contents) {
            ObjectNode media = of.withObjectProperty("content").putObject(content.mediaType());
            List<ObjectNode> shapes = content.shapes().stream().map(schema).toList();
            if (shapes.size() == 1) {
                media.set("schema", shapes.get(0));
            } else if (!shapes.isEmpty()) {
                media.putObject("schema").putArray("anyOf").addAll(shapes);
            }
        }
    }

    private static void security(ArrayNode security, Optional<String> role) {
        role.ifPresent(needed -> {
            for (String scheme : List.of(TOKEN, SESSION)) {
                security.addObject().putArray(scheme).add(needed);
            }
        });
    }

    /** Such as {@code getAlertsById}. */
    private static String id(Call call) {
        String path = words(call)
                .map(word -> word.startsWith("{") ? "by-" + word.substring(1, word.length() - 1) : word)
                .collect(Collectors.joining("-"));
        String camel = camel(path.split("[^A-Za-z0-9]+"));
        return call.method().name().toLowerCase(Locale.ROOT) + camel;
    }

    private static Stream<String> words(Call call) {
        return Arrays.stream(call.path().replaceFirst(VERSION, "").split("/")).filter(word -> !word.isEmpty());
    }

    private static String camel(String... words) {
        return Arrays.stream(words)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
