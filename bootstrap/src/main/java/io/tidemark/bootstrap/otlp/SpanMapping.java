package io.tidemark.bootstrap.otlp;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import io.tidemark.domain.timing.JsonObject;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.SpanId;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanDetails;
import io.tidemark.domain.trace.SpanError;
import io.tidemark.domain.trace.SpanState;
import io.tidemark.domain.trace.SpanState.Failed;
import io.tidemark.domain.trace.SpanState.Succeeded;
import io.tidemark.domain.trace.Work;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a span and a timing of a span of OpenTelemetry. An attribute of the span goes before one of its resource.
 *
 * <table>
 * <caption>What becomes of what</caption>
 * <tr><th>here</th><th>there</th></tr>
 * <tr><td>operation</td><td>{@code tidemark.operation}; else {@code db.operation.name} and {@code db.collection.name};
 * else the span's name, of a statement its first word</td></tr>
 * <tr><td>name</td><td>the span's name</td></tr>
 * <tr><td>user</td><td>{@code enduser.id}, {@code user.id}, {@code service.name}; else {@code otlp}</td></tr>
 * <tr><td>branch</td><td>{@code tidemark.branch}, {@code vcs.ref.head.name}</td></tr>
 * <tr><td>session</td><td>{@code session.id}</td></tr>
 * <tr><td>rows affected</td><td>{@code db.response.returned_rows}</td></tr>
 * <tr><td>trace, span, parent, start, end</td><td>the same, to the microsecond</td></tr>
 * <tr><td>failed</td><td>the status {@code ERROR}, with its message, and type and message of the last
 * {@code exception}</td></tr>
 * <tr><td>attributes of the span</td><td>all attributes, and what metadata has; values too long are cut, which
 * {@code tidemark.cut} says</td></tr>
 * <tr><td>metadata of the timing</td><td>the kind, {@code service.name}, {@code service.instance.id}, and the
 * scope</td></tr>
 * </table>
 */
final class SpanMapping {
    private static final String NO_SERVICE = "otlp";
    private static final HexFormat HEX = HexFormat.of();

    private final io.opentelemetry.proto.trace.v1.Span sent;
    private final Attributes attributes;
    private final Attributes resource;
    private final Map<String, @Nullable Object> origin;

    /**
     * What becomes of a span.
     *
     * @param span the span
     * @param timing the timing, as a row for the intake
     */
    record Mapped(Span span, Map<String, Object> timing) {}

    private SpanMapping(Resource resource, InstrumentationScope scope, io.opentelemetry.proto.trace.v1.Span sent) {
        this.sent = sent;
        this.attributes = Attributes.of(sent.getAttributesList());
        this.resource = Attributes.of(resource.getAttributesList());
        this.origin = origin(scope);
    }

    /**
     * Makes them.
     *
     * @throws IllegalArgumentException when the span breaks a rule; says which
     */
    static Mapped map(Resource resource, InstrumentationScope scope, io.opentelemetry.proto.trace.v1.Span sent) {
        return new SpanMapping(resource, scope, sent).mapped();
    }

    private Mapped mapped() {
        SpanId id = new SpanId(hex(sent.getTraceId()), hex(sent.getSpanId()));
        Work work = new Work(
                OperationName.of(sent.getName(), attributes), OperationName.run(sent.getName(), attributes), user());
        Optional<SpanError> error = error();
        Instant end = instant(sent.getEndTimeUnixNano());
        SpanState state = error.<SpanState>map(why -> new Failed(end, why)).orElseGet(() -> new Succeeded(end));
        Map<String, @Nullable Object> known = new LinkedHashMap<>(attributes.values());
        known.putAll(origin);
        SpanDetails details = new SpanDetails(null, null, BoundedJson.of(known));
        String parent = sent.getParentSpanId().isEmpty() ? null : hex(sent.getParentSpanId());
        Span span = new Span(id, parent, work, instant(sent.getStartTimeUnixNano()), state, details);
        return new Mapped(span, timing(span, end, error));
    }

    private Map<String, Object> timing(Span span, Instant end, Optional<SpanError> error) {
        Map<String, Object> timing = new LinkedHashMap<>();
        timing.put("operation", span.work().operation());
        timing.put("name", span.work().name());
        timing.put("user", span.work().user());
        timing.put("durationMicros", Math.max(1, span.micros().orElse(1)));
        timing.put("end", end);
        name("tidemark.branch", "vcs.ref.head.name").ifPresent(branch -> timing.put("branch", branch));
        name("session.id").ifPresent(session -> timing.put("session", session));
        attributes.count("db.response.returned_rows").ifPresent(rows -> timing.put("rowsAffected", rows));
        timing.put("metadata", BoundedJson.of(origin));
        error.map(SpanError::details).ifPresent(details -> timing.put("error", details));
        timing.put("traceId", span.id().traceId());
        timing.put("spanId", span.id().spanId());
        return timing;
    }

    private String user() {
        return name("enduser.id", "user.id", "service.name").orElse(NO_SERVICE);
    }

    private Optional<String> name(String... keys) {
        return Arrays.stream(keys)
                .map(key -> attributes.text(key).or(() -> resource.text(key)))
                .flatMap(Optional::stream)
                .map(text -> Texts.cut(text, Scope.MAX_NAME_LENGTH))
                .findFirst();
    }

    private Optional<SpanError> error() {
        if (sent.getStatus().getCode() != StatusCode.STATUS_CODE_ERROR) {
            return Optional.empty();
        }
        Attributes exception = sent.getEventsList().stream()
                .filter(event -> event.getName().equals("exception"))
                .reduce((first, second) -> second)
                .map(event -> Attributes.of(event.getAttributesList()))
                .orElseGet(() -> Attributes.of(List.of()));
        String status = sent.getStatus().getMessage();
        String message = status.isBlank() ? exception.text("exception.message").orElse(null) : status;
        String type = exception.text("exception.type").orElse(null);
        return Optional.of(new SpanError(
                message == null ? null : Texts.cut(message, SpanError.MAX_MESSAGE_LENGTH),
                type == null ? null : Texts.cut(type, Scope.MAX_NAME_LENGTH),
                details(message, type, exception)));
    }

    private static JsonObject details(@Nullable String message, @Nullable String type, Attributes exception) {
        Map<String, @Nullable Object> details = new LinkedHashMap<>();
        details.put("message", message);
        details.put("type", type);
        exception.text("exception.message").ifPresent(thrown -> details.put("exception", thrown));
        details.values().removeIf(Objects::isNull);
        return BoundedJson.of(details);
    }

    private Map<String, @Nullable Object> origin(InstrumentationScope scope) {
        Map<String, @Nullable Object> known = new LinkedHashMap<>();
        known.put("kind", sent.getKind().name().replace("SPAN_KIND_", ""));
        known.put("service.name", resource.values().get("service.name"));
        known.put("service.instance.id", resource.values().get("service.instance.id"));
        known.put("otel.scope.name", scope.getName());
        known.put("otel.scope.version", scope.getVersion());
        known.values().removeIf(value -> value == null || value.equals(""));
        return known;
    }

    private static String hex(ByteString id) {
        return HEX.formatHex(id.toByteArray());
    }

    private static Instant instant(long unixNanos) {
        return Instant.ofEpochSecond(0, unixNanos);
    }
}
