package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.javalin.http.HandlerType;
import io.javalin.router.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
    /** What programs call; the rest is for people. */
    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/v1/", "/health/", "/metrics", "/callbacks/");

    /** HEAD is GET without the body. */
    private static final Set<HandlerType> LEFT_OUT = Set.of(
            HandlerType.BEFORE,
            HandlerType.BEFORE_MATCHED,
            HandlerType.AFTER,
            HandlerType.AFTER_MATCHED,
            HandlerType.HEAD);

    private final RunningDaemon daemon = RunningDaemon.start();
    private final JsonNode document = Client.json(new Client(daemon.address()).get("/api/v1/openapi.json"));

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void document_describesAllThatProgramsCall_andNothingElse() {
        Set<String> registered = daemon.server().endpoints().stream()
                .filter(endpoint -> !LEFT_OUT.contains(endpoint.method))
                .filter(endpoint -> FOR_PROGRAMS.stream().anyMatch(endpoint.path::startsWith))
                .map(OpenApiTest::line)
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(new Promises(document).calls()).hasSizeGreaterThan(60).isEqualTo(registered);
    }

    @Test
    void document_hasWhatOpenApiAsksFor() {
        assertThat(document.path("openapi").asString()).startsWith("3.1.");
        assertThat(document.at("/info/title").asString()).isEqualTo("Tidemark");
        assertThat(document.at("/info/version").isString()).isTrue();
        assertThat(operations()).allSatisfy(operation -> {
            assertThat(operation.path("summary").asString()).endsWith(".");
            assertThat(operation.path("responses").propertyNames())
                    .isNotEmpty()
                    .allMatch(status -> status.matches("[2345]\\d\\d"));
            assertThat(operation.path("responses").propertyNames()).anyMatch(status -> status.startsWith("2"));
            assertThat(operation.path("parameters")).allSatisfy(parameter -> {
                assertThat(parameter.path("in").asString()).isIn("path", "query", "header");
                assertThat(parameter.path("description").asString()).endsWith(".");
                assertThat(parameter.path("schema").isObject()).isTrue();
            });
        });
    }

    @Test
    void everyResponse_saysWhatItMeans() {
        assertThat(operations())
                .allSatisfy(operation -> assertThat(operation.path("responses"))
                        .allSatisfy(response -> assertThat(response.has("description") || response.has("$ref"))
                                .isTrue()));
    }

    @Test
    void everyOperation_hasAnIdOfItsOwn() {
        assertThat(operations().stream()
                        .map(operation -> operation.path("operationId").asString())
                        .toList())
                .doesNotHaveDuplicates()
                .allMatch(id -> id.matches("[a-z][A-Za-z0-9]+"));
    }

    @Test
    void everyReference_leadsSomewhere() {
        assertThat(document.findValues("$ref"))
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                document.at(reference.asString().substring(1)).isMissingNode())
                        .as(reference.asString())
                        .isFalse());
    }

    @Test
    void everySchema_isAJsonSchema() {
        var schemas = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        List<JsonNode> all = new ArrayList<>(document.findValues("schema"));
        document.at("/components/schemas").forEach(all::add);

        assertThat(all)
                .hasSizeGreaterThan(100)
                .allSatisfy(schema -> assertThat(schemas.validate(schema)).isEmpty());
    }

    @Test
    void security_isThatOfTheAccessTable() {
        assertThat(document.at("/paths/~1api~1v1~1tokens/post/security").toString())
                .isEqualTo("[{\"token\":[\"admin\"]},{\"session\":[\"admin\"]}]");
        assertThat(document.at("/paths/~1health~1live/get/security").toString()).isEqualTo("[]");
    }

    private List<JsonNode> operations() {
        return document.path("paths")
                .valueStream()
                .flatMap(JsonNode::valueStream)
                .toList();
    }

    private static String line(Endpoint endpoint) {
        return AccessTable.line(endpoint.method, endpoint.path);
    }
}
