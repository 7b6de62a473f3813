package io.tidemark.channel.testkit;

import java.util.Map;

/**
 * What a {@link Receiver} does once it has read a request.
 *
 * @param manner whether it answers, and how far
 * @param coding how the body of the answer is written
 * @param status the status of the answer
 * @param headers the headers of the answer, besides length, coding and connection
 * @param body the body of the answer
 */
public record Reply(Manner manner, Coding coding, int status, Map<String, String> headers, String body) {
    /** Whether a receiver answers, and how far. */
    public enum Manner {
        /** It answers, and ends the connection. */
        ANSWER,
        /** It ends the connection instead. */
        CLOSE,
        /** It resets the connection instead. */
        RESET,
        /** It keeps the connection open and says nothing. */
        SILENCE,
        /** It ends the connection within the head of its answer. */
        BROKEN_IN_THE_HEAD,
        /** It ends the connection within the body of its answer. */
        BROKEN_IN_THE_BODY,
        /** It never ends the head of its answer, but says a little all the time. */
        DRIPPING_HEAD,
        /** It never ends the body of its answer, but says a little all the time. */
        DRIPPING_BODY
    }

    /** How the body of an answer is written. */
    public enum Coding {
        /** As it is. */
        PLAIN,
        /** In chunks of a few bytes. */
        CHUNKED,
        /** As gzip. */
        GZIP
    }

    /** Copies the headers. */
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** An answer of plain text. */
    public static Reply of(int status, String body) {
        return new Reply(Manner.ANSWER, Coding.PLAIN, status, Map.of(), body);
    }

    /** The end of the connection instead of an answer. */
    public static Reply close() {
        return of(200, "").in(Manner.CLOSE);
    }

    /** The reset of the connection instead of an answer. */
    public static Reply reset() {
        return of(200, "").in(Manner.RESET);
    }

    /** No answer until the receiver is closed. */
    public static Reply silence() {
        return of(200, "").in(Manner.SILENCE);
    }

    /** The same with these headers. */
    public Reply withHeaders(Map<String, String> newHeaders) {
        return new Reply(manner, coding, status, newHeaders, body);
    }

    /** The same with its body in chunks. */
    public Reply chunked() {
        return new Reply(manner, Coding.CHUNKED, status, headers, body);
    }

    /** The same with its body as gzip. */
    public Reply compressed() {
        return new Reply(manner, Coding.GZIP, status, headers, body);
    }

    /** The same, but its head breaks off. */
    public Reply brokenInTheHead() {
        return in(Manner.BROKEN_IN_THE_HEAD);
    }

    /** The same, but its body breaks off. */
    public Reply brokenInTheBody() {
        return in(Manner.BROKEN_IN_THE_BODY);
    }

    /** The same, but its head never ends. */
    public Reply drippingHead() {
        return in(Manner.DRIPPING_HEAD);
    }

    /** The same, but its body never ends. */
    public Reply drippingBody() {
        return in(Manner.DRIPPING_BODY);
    }

    private Reply in(Manner other) {
        return new Reply(other, coding, status, headers, body);
    }
}
