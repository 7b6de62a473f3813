package io.tidemark.channel;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a receiver answered. Prints neither headers nor body, because receivers quote secrets.
 *
 * @param status the HTTP status, 100 to 599
 * @param headers the headers by name in any case; of several with one name, the first
 * @param body the body as text, as far as the host read it
 */
public record HttpAnswer(int status, Map<String, String> headers, String body) {
    /** Checks the status and copies the headers. */
    public HttpAnswer {
        if (status < 100 || status > 599) {
            throw new IllegalArgumentException("The status %d must be from 100 to 599".formatted(status));
        }
        Map<String, String> byAnyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(byAnyCase::putIfAbsent);
        headers = Collections.unmodifiableMap(byAnyCase);
        requireNonNull(body, "body");
    }

    /** The header of this name, in any case. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** The same with every occurrence of the secret taken out of the body, which may then be quoted. */
    public HttpAnswer without(Secret secret) {
        return new HttpAnswer(status, headers, secret.removeFrom(body));
    }

    /** The same without what acknowledges the alert of this message, for a receiver that sends back what it was sent. */
    public HttpAnswer without(Message message) {
        Links.Acknowledge acknowledge = message.content().links().acknowledge();
        return acknowledge == null ? this : without(acknowledge.page()).without(acknowledge.token());
    }

    @Override
    public String toString() {
        return "HttpAnswer[%d, %d headers, %d characters]".formatted(status, headers.size(), body.length());
    }
}
