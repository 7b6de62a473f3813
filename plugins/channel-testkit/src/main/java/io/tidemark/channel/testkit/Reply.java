package io.tidemark.channel.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a {@link Receiver} does once it has read a request.
 *
 * @param manner whether it answers at all
 * @param status the status of the answer
 * @param headers the headers of the answer, besides length and connection
 * @param body the body of the answer
 */
public record Reply(Manner manner, int status, Map<String, String> headers, String body) {
    /** Whether a receiver answers. */
    public enum Manner {
        /** It answers. */
        ANSWER,
        /** It ends the connection instead. */
        CLOSE,
        /** It keeps the connection open and says nothing. */
        SILENCE
    }

    /** Copies the headers. */
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** An answer of plain text. */
    public static Reply of(int status, String body) {
        return new Reply(Manner.ANSWER, status, Map.of(), body);
    }

    /** The end of the connection instead of an answer. */
    public static Reply close() {
        return new Reply(Manner.CLOSE, 0, Map.of(), "");
    }

    /** No answer until the receiver is closed. */
    public static Reply silence() {
        return new Reply(Manner.SILENCE, 0, Map.of(), "");
    }

    /** The same with these headers. */
    public Reply withHeaders(Map<String, String> newHeaders) {
        return new Reply(manner, status, newHeaders, body);
    }

    byte[] bytes() {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Kit\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        head.append("Content-Length: ")
                .append(content.length)
                .append("\r\n\r\n")
                .append(body);
        return head.toString().getBytes(StandardCharsets.UTF_8);
    }
}
