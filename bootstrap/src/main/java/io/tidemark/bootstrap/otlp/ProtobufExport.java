package io.tidemark.bootstrap.otlp;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import io.opentelemetry.proto.common.v1.InstrumentationScope;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Reads an export span by span. Read as a whole, as its generated classes would have it, a few megabytes of empty spans
 * would fill the memory.
 */
final class ProtobufExport {
    static final int MAX_PART_BYTES = 1024 * 1024;

    private static final int LENGTH_DELIMITED = 2;
    private static final int RESOURCE_SPANS = 1;
    private static final int RESOURCE = 1;
    private static final int SCOPE_SPANS = 2;
    private static final int SCOPE = 1;
    private static final int SPANS = 2;

    private final Sink sink;

    /** Takes the spans in their order. */
    interface Sink {
        void span(Resource resource, InstrumentationScope scope, Span span);

        /** A span is longer than {@value #MAX_PART_BYTES} bytes. */
        void tooLong();
    }

    private interface Part {
        void read(ByteBuffer message) throws IOException;
    }

    private ProtobufExport(Sink sink) {
        this.sink = sink;
    }

    /**
     * Reads all spans.
     *
     * @throws MalformedExportException when the bytes are no export; some spans may have been read before
     */
    static void read(byte[] export, Sink sink) {
        try {
            each(ByteBuffer.wrap(export), RESOURCE_SPANS, new ProtobufExport(sink)::resourceSpans);
        } catch (IOException e) {
            throw new MalformedExportException("the body is no ExportTraceServiceRequest: " + e.getMessage(), e);
        }
    }

    private void resourceSpans(ByteBuffer message) throws IOException {
        Resource resource = last(message, RESOURCE, Resource.parser(), Resource.getDefaultInstance());
        each(message, SCOPE_SPANS, scopeSpans -> scopeSpans(resource, scopeSpans));
    }

    private void scopeSpans(Resource resource, ByteBuffer message) throws IOException {
        InstrumentationScope scope =
                last(message, SCOPE, InstrumentationScope.parser(), InstrumentationScope.getDefaultInstance());
        each(message, SPANS, span -> span(resource, scope, span));
    }

    private void span(Resource resource, InstrumentationScope scope, ByteBuffer message) throws IOException {
        if (message.remaining() > MAX_PART_BYTES) {
            sink.tooLong();
        } else {
            sink.span(resource, scope, Span.parseFrom(message));
        }
    }

    /** A field that stands several times counts the last time. */
    private static <M extends MessageLite> M last(ByteBuffer message, int field, Parser<M> parser, M otherwise)
            throws IOException {
        Last<M> last = new Last<>(otherwise);
        each(message, field, part -> {
            if (part.remaining() > MAX_PART_BYTES) {
                throw new InvalidProtocolBufferException(
                        "a resource or scope has more than %d bytes".formatted(MAX_PART_BYTES));
            }
            last.message = parser.parseFrom(part);
        });
        return last.message;
    }

    private static final class Last<M> {
        private M message;

        Last(M message) {
            this.message = message;
        }
    }

    private static void each(ByteBuffer message, int field, Part part) throws IOException {
        CodedInputStream in = CodedInputStream.newInstance(message.duplicate());
        in.enableAliasing(true);
        int wanted = field << 3 | LENGTH_DELIMITED;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == wanted) {
                part.read(in.readByteBuffer());
            } else {
                in.skipField(tag);
            }
        }
    }
}
