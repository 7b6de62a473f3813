package io.tidemark.bootstrap.http;

import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What the document says about calls, held against what is asked and answered: nothing may be there that it leaves out. */
final class Promises {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final JsonNode document;
    private final ObjectNode closedSchemas;
    private final SchemaRegistry registry = SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(
                    SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build()));

    Promises(JsonNode document) {
        this.document = document;
        this.closedSchemas = (ObjectNode) document.at("/components/schemas").deepCopy();
        closedSchemas.values().stream()
                .filter(schema -> schema.has("properties"))
                .forEach(schema -> ((ObjectNode) schema).put("additionalProperties", false));
    }

    /** All calls, each as {@code GET /api/v1/alerts/{id}}. */
    Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        document.at("/paths")
                .forEachEntry((path, methods) -> methods.propertyNames()
                        .forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        return calls;
    }

    /** The call that a request is; one that is written out goes before one with braces. */
    String call(String method, String path) {
        String bare = path.replaceFirst("\\?.*", "");
        return calls().stream()
                .filter(call -> call.startsWith(method + " "))
                .filter(call ->
                        Pattern.matches(call.substring(method.length() + 1).replaceAll("\\{\\w+}", "[^/]+"), bare))
                .min((one, other) -> Integer.compare(braces(one), braces(other)))
                .orElseThrow(() -> new AssertionError("%s %s is no call of the document".formatted(method, path)));
    }

    /** The keys that a body must have. */
    List<String> needed(String call) {
        JsonNode schema = resolved(operation(call).at("/requestBody/content/application~1json/schema"));
        return schema.path("required").valueStream().map(JsonNode::asString).toList();
    }

    boolean takesJsonObject(String call) {
        JsonNode schema = resolved(operation(call).at("/requestBody/content/application~1json/schema"));
        return schema.path("type").asString("").equals("object") && schema.has("properties");
    }

    /** What is wrong with a body, by the document. */
    List<String> brokenByBody(String call, String body) {
        JsonNode content = operation(call).at("/requestBody/content/application~1json");
        if (content.isMissingNode()) {
            return body.isEmpty() ? List.of() : List.of("no body is known to the document");
        }
        return content.has("schema") ? mistakes(content.get("schema"), JSON.readTree(body)) : List.of();
    }

    /** What is wrong with an answer, by the document. */
    List<String> brokenByAnswer(String call, HttpResponse<String> answer) {
        JsonNode response = referred(operation(call).path("responses").path(Integer.toString(answer.statusCode())));
        if (response.isMissingNode()) {
            return List.of("status %d is not known to the document: %s".formatted(answer.statusCode(), answer.body()));
        }
        JsonNode contents = response.path("content");
        if (contents.isEmpty()) {
            return answer.body().isEmpty()
                    ? List.of()
                    : List.of("there is a content of which the document does not know");
        }
        String mediaType = Client.contentType(answer).replaceFirst(";.*", "");
        if (!contents.has(mediaType)) {
            return List.of(
                    "type %s is not known to the document, only %s".formatted(mediaType, contents.propertyNames()));
        }
        JsonNode schema = contents.get(mediaType).path("schema");
        return schema.isMissingNode() ? List.of() : mistakes(schema, JSON.readTree(answer.body()));
    }

    private List<String> mistakes(JsonNode schema, JsonNode value) {
        ObjectNode root = schema.deepCopy().asObject();
        root.set("components", JsonNodeFactory.instance.objectNode().set("schemas", closedSchemas));
        List<String> found = new ArrayList<>();
        for (Error error : registry.getSchema(root).validate(value)) {
            found.add(error.toString());
        }
        return found;
    }

    private JsonNode operation(String call) {
        String[] line = call.split(" ", 2);
        return document.path("paths").path(line[1]).path(line[0].toLowerCase(Locale.ROOT));
    }

    private JsonNode resolved(JsonNode schema) {
        return referred(schema);
    }

    private JsonNode referred(JsonNode node) {
        return node.has("$ref") ? document.at(node.get("$ref").asString().substring(1)) : node;
    }

    private static int braces(String call) {
        return call.length() - call.replace("{", "").length();
    }
}
