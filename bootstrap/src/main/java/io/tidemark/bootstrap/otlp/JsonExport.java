package io.tidemark.bootstrap.otlp;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Turns an export in JSON into the same in protobuf, span by span. The ids of OTLP are hexadecimal in JSON, where
 * protobuf's own mapping has Base64 (https://opentelemetry.io/docs/specs/otlp/#json-protobuf-encoding).
 */
final class JsonExport {
    private static final Set<String> IDS = Set.of("traceId", "spanId", "parentSpanId");
    private static final JsonFactory JSON = new JsonFactory();
    private static final JsonFormat.Parser PROTOBUF_JSON = JsonFormat.parser().ignoringUnknownFields();

    private final JsonParser json;

    /** A member that is kept: one message, or an array of them. */
    private record Member(String name, int field, Part part) {}

    private interface Part {
        byte[] read() throws IOException;
    }

    private JsonExport(JsonParser json) {
        this.json = json;
    }

    static byte[] toProtobuf(byte[] body) {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), body)) {
            json.nextToken();
            return new JsonExport(json).export();
        } catch (JacksonException e) {
            throw malformed(e, e.getOriginalMessage());
        } catch (InvalidProtocolBufferException e) {
            throw malformed(e, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be written", e);
        }
    }

    private byte[] export() throws IOException {
        byte[] export = object(new Member("resourceSpans", 1, this::resourceSpans));
        if (json.nextToken() != null) {
            throw new InvalidProtocolBufferException("there is more behind its end");
        }
        return export;
    }

    private byte[] resourceSpans() throws IOException {
        return object(
                new Member("resource", 1, () -> leaf(Resource.newBuilder())),
                new Member("scopeSpans", 2, this::scopeSpans));
    }

    private byte[] scopeSpans() throws IOException {
        return object(
                new Member("scope", 1, () -> leaf(InstrumentationScope.newBuilder())),
                new Member("spans", 2, () -> leaf(Span.newBuilder())));
    }

    private byte[] object(Member... members) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw new InvalidProtocolBufferException("an object is missing");
        }
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(message);
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            json.nextToken();
            for (Member member : members) {
                if (member.name.equals(name)) {
                    write(member, out);
                }
            }
            json.skipChildren();
        }
        out.flush();
        return message.toByteArray();
    }

    private void write(Member member, CodedOutputStream out) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            out.writeByteArray(member.field, member.part.read());
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            out.writeByteArray(member.field, member.part.read());
        }
    }

    /** What is too long is read as empty: such a span is then rejected, as it has no id. */
    private byte[] leaf(Message.Builder message) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator copy = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            int depth = 0;
            do {
                depth += json.currentToken().isStructStart() ? 1 : 0;
                depth -= json.currentToken().isStructEnd() ? 1 : 0;
                if (text.getBuffer().length() <= ProtobufExport.MAX_PART_BYTES) {
                    copyToken(copy);
                }
            } while (depth > 0 && json.nextToken() != null);
        }
        if (text.getBuffer().length() <= ProtobufExport.MAX_PART_BYTES) {
            PROTOBUF_JSON.merge(text.toString(), message);
        }
        return message.build().toByteArray();
    }

    private void copyToken(JsonGenerator copy) {
        if (json.currentToken() == JsonToken.VALUE_STRING && IDS.contains(json.currentName())) {
            copy.writeString(base64(json.getString()));
        } else {
            copy.copyCurrentEventExact(json);
        }
    }

    private static String base64(String hex) {
        try {
            return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static MalformedExportException malformed(Exception e, String reason) {
        return new MalformedExportException(
                "the body is no ExportTraceServiceRequest in JSON: "
                        + reason.lines().findFirst().orElse(""),
                e);
    }
}
