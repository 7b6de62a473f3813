package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.trace.SpanState.Succeeded;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TracesApiTest {
    private static final String PATH = "/v1/traces";
    private static final String PROTOBUF = "application/x-protobuf";
    private static final String TRACE = "5b8efff798038103d269b633813fc60c";

    /** As https://github.com/open-telemetry/opentelemetry-proto/blob/main/examples/trace.json has it, of another time. */
    private static final String EXAMPLE = """
            {"resourceSpans":[{
              "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"my.service"}}]},
              "scopeSpans":[{
                "scope":{"name":"my.library","version":"1.0.0",
                  "attributes":[{"key":"my.scope.attribute","value":{"stringValue":"some scope attribute"}}]},
                "spans":[{
                  "traceId":"5B8EFFF798038103D269B633813FC60C",
                  "spanId":"EEE19B7EC3C1B174",
                  "parentSpanId":"EEE19B7EC3C1B173",
                  "name":"I'm a server span",
                  "startTimeUnixNano":"1795184400000000000",
                  "endTimeUnixNano":"1795184401000001000",
                  "kind":2,
                  "attributes":[{"key":"my.span.attr","value":{"stringValue":"some value"}}]
                }]}]}]}""";

    private final RunningDaemon daemon = RunningDaemon.start();
    private final Client client = new Client(daemon.address());

    @AfterEach
    void stop() {
        daemon.close();
    }

    @Test
    void exampleOfTheSpecification_becomesASpanAndATiming() {
        HttpResponse<String> answer = client.post(PATH, EXAMPLE);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Client.contentType(answer)).isEqualTo("application/json");
        assertThat(Client.json(answer).size()).isZero();
        io.tidemark.domain.trace.Span span = daemon.spans(TRACE).stream()
                .filter(each -> each.id().spanId().equals("eee19b7ec3c1b174"))
                .findFirst()
                .orElseThrow();
        assertThat(span.parentId()).isEqualTo("eee19b7ec3c1b173");
        assertThat(span.work().operation()).isEqualTo("I'm a server span");
        assertThat(span.work().user()).isEqualTo("my.service");
        assertThat(span.start()).isEqualTo(Instant.parse("2026-11-20T14:20:00Z"));
        assertThat(span.state()).isEqualTo(new Succeeded(Instant.parse("2026-11-20T14:20:01.000001Z")));
        assertThat(daemon.log().timings()).extracting(Timing::durationMicros).containsExactly(1_000_001L);
    }

    @Test
    void membersInAnyOrder_areReadAlike() {
        String turned = """
                {"resourceSpans":[{"scopeSpans":[{"spans":[{"traceId":"%s","spanId":"eee19b7ec3c1b174","name":"late",
                  "startTimeUnixNano":1795184400000000000,"endTimeUnixNano":1795184401000000000}],
                  "scope":{"name":"my.library"}}],
                  "resource":{"attributes":[{"key":"service.name","value":{"stringValue":"my.service"}}]},
                  "unheardOf":{"a":[1,{}]}}]}""".formatted(TRACE);

        assertThat(client.post(PATH, turned).statusCode()).isEqualTo(200);
        assertThat(daemon.spans(TRACE)).extracting(span -> span.work().user()).containsExactly("my.service");
    }

    @Test
    void spansThatBreakARule_areRejectedAndTheOthersStored() throws InvalidProtocolBufferException {
        Span withoutId = span(2).toBuilder().clearSpanId().build();
        Span backwards = span(3).toBuilder().setEndTimeUnixNano(1).build();

        HttpResponse<byte[]> answer = post(export(span(1), withoutId, backwards).toByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        ExportTraceServiceResponse response = ExportTraceServiceResponse.parseFrom(answer.body());
        assertThat(response.getPartialSuccess().getRejectedSpans()).isEqualTo(2);
        assertThat(response.getPartialSuccess().getErrorMessage()).startsWith("span 'work': spanId ''");
        assertThat(daemon.spans(TRACE)).hasSize(1);
        assertThat(daemon.log().timings()).hasSize(1);
    }

    @Test
    void spanThatIsTooLong_isRejectedAlone() throws InvalidProtocolBufferException {
        Span huge = span(2).toBuilder().setName("x".repeat(1_100_000)).build();

        HttpResponse<byte[]> answer = post(export(span(1), huge).toByteArray());

        assertThat(ExportTraceServiceResponse.parseFrom(answer.body())
                        .getPartialSuccess()
                        .getErrorMessage())
                .isEqualTo("a span has more than 1048576 bytes");
        assertThat(daemon.spans(TRACE)).hasSize(1);
    }

    @Test
    void exportThatIsSentAgain_isStoredOnce() {
        byte[] export = export(span(1), span(2)).toByteArray();

        post(export);
        post(export);

        assertThat(daemon.spans(TRACE)).hasSize(2);
        assertThat(daemon.counted("work")).isEqualTo(2);
    }

    @Test
    void fiftyThousandSpans_areStored() {
        Span[] spans =
                IntStream.rangeClosed(1, 50_000).mapToObj(TracesApiTest::span).toArray(Span[]::new);

        assertThat(post(export(spans).toByteArray()).statusCode()).isEqualTo(200);
        assertThat(daemon.spans(TRACE)).hasSize(50_000);
        assertThat(daemon.counted("work")).isEqualTo(50_000);
    }

    @Test
    void millionsOfEmptySpans_areRejectedWithoutFillingTheMemory() throws InvalidProtocolBufferException {
        ByteBuffer spans = ByteBuffer.allocate(4_000_000);
        while (spans.hasRemaining()) {
            spans.put((byte) 0x12).put((byte) 0);
        }
        HttpResponse<byte[]> answer = post(nested(nested(spans.array(), 0x12), 0x0A));

        assertThat(ExportTraceServiceResponse.parseFrom(answer.body())
                        .getPartialSuccess()
                        .getRejectedSpans())
                .isEqualTo(2_000_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", "{\"resourceSpans\":[]}"})
    void emptyExport_isASuccess(String body) {
        String type = body.isEmpty() ? PROTOBUF : "application/json";

        assertThat(client.send("POST", PATH, body, "Content-Type", type).statusCode())
                .isEqualTo(200);
    }

    @Test
    void truncatedExport_isRefusedWithAStatusInItsEncoding() {
        HttpResponse<byte[]> answer = post(Client.half(export(span(1)).toByteArray()));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.contentType(answer)).isEqualTo(PROTOBUF);
        assertThat(answer.body()).startsWith(0x08, 0x03, 0x12);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                .contains("the body is no ExportTraceServiceRequest: ");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "{",
                "{\"resourceSpans\":[7]}",
                "{} {}",
                "{\"resourceSpans\":[{\"resource\":{\"attributes\":1}}]}"
            })
    void malformedJson_isRefusedWithAStatus(String body) {
        HttpResponse<String> answer = client.post(PATH, body);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Client.contentType(answer)).isEqualTo("application/json");
        assertThat(Client.json(answer).at("/code").asInt()).isEqualTo(3);
        assertThat(Client.json(answer).at("/message").asString())
                .startsWith("the body is no ExportTraceServiceRequest in JSON");
    }

    @Test
    void otherTypes_areNotTaken() {
        assertThat(client.send("POST", PATH, "x", "Content-Type", "text/plain").statusCode())
                .isEqualTo(415);
    }

    @Test
    void storageThatIsAway_isToldWithWhenToTryAgain() {
        daemon.log().failWith(StorageException.passing("away", null));

        HttpResponse<byte[]> answer = post(export(span(1)).toByteArray());

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
        assertThat(Client.contentType(answer)).isEqualTo(PROTOBUF);
    }

    private HttpResponse<byte[]> post(byte[] body) {
        return client.sendBytes(PATH, body, "Content-Type", PROTOBUF);
    }

    private static ExportTraceServiceRequest export(Span... spans) {
        ScopeSpans.Builder scope = ScopeSpans.newBuilder();
        for (Span span : spans) {
            scope.addSpans(span);
        }
        return ExportTraceServiceRequest.newBuilder()
                .addResourceSpans(ResourceSpans.newBuilder().addScopeSpans(scope))
                .build();
    }

    private static Span span(int number) {
        Instant end = RunningDaemon.NOW.minus(Duration.ofSeconds(1));
        long endNanos = end.getEpochSecond() * 1_000_000_000;
        return Span.newBuilder()
                .setTraceId(ByteString.copyFrom(HexFormat.of().parseHex(TRACE)))
                .setSpanId(ByteString.copyFrom(
                        ByteBuffer.allocate(8).putLong(number).flip()))
                .setName("work")
                .setStartTimeUnixNano(endNanos - 3_000_000)
                .setEndTimeUnixNano(endNanos)
                .build();
    }

    private static byte[] nested(byte[] message, int tag) {
        ByteBuffer outer = ByteBuffer.allocate(message.length + 6).put((byte) tag);
        int length = message.length;
        while (length > 0x7F) {
            outer.put((byte) ((length & 0x7F) | 0x80));
            length >>>= 7;
        }
        outer.put((byte) length).put(message);
        return Arrays.copyOf(outer.array(), outer.position());
    }
}
