package io.tidemark.bootstrap.http.openapi;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Makes the document of OpenAPI 3.1 (https://spec.openapis.org/oas/v3.1.1.html) of the calls that are registered. */
public final class OpenApi {
    private static final String VERSION = "3.1.1";
    private static final String ABOUT = """
            Everything that the console and the command line show and do. Times are in UTC, durations in microseconds \
            where their name says so. A parameter or key that a call does not know is refused, and so is a value that \
            breaks a rule: errors are problem details (RFC 9457) that say what is wrong and what to do about it.""";

    private OpenApi() {}

    /**
     * The document.
     *
     * @param calls what is registered
     * @param roles the role that a call needs; empty when anybody may call
     */
    public static ObjectNode document(List<Call> calls, Function<Call, Optional<String>> roles) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("openapi", VERSION);
        document.putObject("info")
                .put("title", "Tidemark")
                .put("version", "1")
                .put("description", ABOUT)
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("identifier", "Apache-2.0");
        document.putArray("servers").addObject().put("url", "/").put("description", "The daemon that serves this.");
        Schemas schemas = new Schemas();
        ObjectNode paths = document.putObject("paths");
        Operations operations = new Operations(schemas);
        calls.stream()
                .sorted(Comparator.comparing(Call::path))
                .forEach(call -> paths.withObjectProperty(call.path())
                        .set(call.method().name().toLowerCase(Locale.ROOT), operations.of(call, roles.apply(call))));
        document.set("components", components(schemas));
        new TreeSet<>(calls.stream().map(Operations::tag).toList())
                .forEach(tag -> document.withArray("tags").addObject().put("name", tag));
        return document;
    }

    private static ObjectNode components(Schemas schemas) {
        ObjectNode components = JsonNodeFactory.instance.objectNode();
        ObjectNode responses = components.putObject("responses");
        Refusals.meanings().keySet().stream()
                .sorted()
                .forEach(status -> responses.set(Operations.component(status), Operations.refusal(status, schemas)));
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject(Operations.TOKEN)
                .put("type", "http")
                .put("scheme", "bearer")
                .put(
                        "description",
                        "A token that an admin made. While there is none, callers on this machine need none.");
        schemes.putObject(Operations.SESSION)
                .put("type", "apiKey")
                .put("in", "cookie")
                .put("name", "tidemark_session")
                .put("description", "What a browser was given at /login.");
        components.set("schemas", schemas.components());
        return components;
    }
}
