package io.tidemark.bootstrap.otlp;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** How OTLP is written over HTTP; an answer is written as its request was. */
public enum Encoding {
    PROTOBUF("application/x-protobuf") {
        @Override
        byte[] toProtobuf(byte[] body) {
            return body;
        }

        @Override
        byte[] write(ExportTraceServiceResponse response) {
            return response.toByteArray();
        }

        @Override
        public byte[] error(int code, String message) {
            ByteArrayOutputStream status = new ByteArrayOutputStream();
            CodedOutputStream out = CodedOutputStream.newInstance(status);
            try {
                out.writeInt32(1, code);
                out.writeString(2, message);
                out.flush();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return status.toByteArray();
        }
    },

    JSON("application/json") {
        @Override
        byte[] toProtobuf(byte[] body) {
            return JsonExport.toProtobuf(body);
        }

        @Override
        byte[] write(ExportTraceServiceResponse response) {
            try {
                return JsonFormat.printer().print(response).getBytes(StandardCharsets.UTF_8);
            } catch (InvalidProtocolBufferException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public byte[] error(int code, String message) {
            return JsonMapper.shared().writeValueAsBytes(Map.of("code", code, "message", message));
        }
    };

    private final String mediaType;

    Encoding(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /**
     * A {@code google.rpc.Status} that says why a request is refused.
     *
     * @param code one of {@code google.rpc.Code}
     */
    public abstract byte[] error(int code, String message);

    abstract byte[] toProtobuf(byte[] body);

    abstract byte[] write(ExportTraceServiceResponse response);
}
