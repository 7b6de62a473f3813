package io.tidemark.channel;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * An HTTP request. Prints neither path, query, header values nor body, because each of them may be the secret.
 * Immutable: every {@code with} returns a changed copy.
 */
public final class HttpCall {
    private final String method;
    private final URI uri;
    private final Map<String, String> headers;
    private final byte[] body;

    private HttpCall(String method, URI uri, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
    }

    /** A call without headers and body. */
    public static HttpCall of(String method, URI uri) {
        if (!method.matches("[A-Z]{1,16}")) {
            throw new IllegalArgumentException("The method '%s' must be upper-case letters".formatted(method));
        }
        return new HttpCall(method, uri, Map.of(), new byte[0]);
    }

    /** A {@code POST} to an address that is no secret. */
    public static HttpCall post(URI uri) {
        return of("POST", uri);
    }

    /** A {@code POST} to an address that is a secret, as {@link ChannelConfig#secretUri} returns it. */
    public static HttpCall post(Secret uri) {
        return post(URI.create(uri.reveal()));
    }

    /** The same with one more header; a header of the same name is replaced. */
    public HttpCall withHeader(String name, String value) {
        if (!name.matches("[A-Za-z0-9-]+")) {
            throw new IllegalArgumentException("The header name '%s' must be letters, digits and -".formatted(name));
        }
        if (!value.matches("[\\t\\x20-\\x7e]*")) {
            throw new IllegalArgumentException(
                    "The value of header %s must be printable ASCII; encode or leave out the rest".formatted(name));
        }
        Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new HttpCall(method, uri, Collections.unmodifiableMap(more), body);
    }

    /** The same with this body and its content type. */
    public HttpCall withBody(String contentType, byte[] bytes) {
        HttpCall typed = withHeader("Content-Type", contentType);
        return new HttpCall(method, uri, typed.headers, bytes.clone());
    }

    /** The same with this JSON as its body. */
    public HttpCall withBody(Json json) {
        return withBody("application/json; charset=utf-8", json.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** The method, in upper case. */
    public String method() {
        return method;
    }

    /** Where to. May be a secret: for the wire only. */
    public URI uri() {
        return uri;
    }

    /** The headers, {@code Content-Type} included if there is a body; names in any case. */
    public Map<String, String> headers() {
        return headers;
    }

    /** A copy of the body; empty if there is none. */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return "HttpCall[%s %s://%s/***, headers %s, %d bytes]"
                .formatted(method, uri.getScheme(), uri.getHost(), headers.keySet(), body.length);
    }
}
