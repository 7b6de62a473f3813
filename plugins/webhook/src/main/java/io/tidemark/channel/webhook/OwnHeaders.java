package io.tidemark.channel.webhook;

import io.tidemark.channel.ChannelConfig;
import io.tidemark.channel.HttpAnswer;
import io.tidemark.channel.HttpCall;
import io.tidemark.channel.Secret;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The headers that the settings name, such as {@code header.Authorization}. Their values are secrets, all of them: which
 * of them is a key, only the receiver knows.
 */
record OwnHeaders(Map<String, Secret> byName) {
    private static final String PREFIX = "header.";
    /** The channel's own, and those that belong to the connection. */
    private static final Set<String> TAKEN = new TreeSet<>(Set.of(
            "connection",
            "content-length",
            "content-type",
            "expect",
            "host",
            "idempotency-key",
            "transfer-encoding",
            "upgrade",
            "x-tidemark-signature"));

    OwnHeaders {
        byName = Map.copyOf(byName);
    }

    static OwnHeaders read(ChannelConfig config) {
        Map<String, Secret> headers = config.secretsBelow(PREFIX);
        headers.forEach((name, value) -> check(name, value, config));
        return new OwnHeaders(headers);
    }

    private static void check(String name, Secret value, ChannelConfig config) {
        if (!name.matches("[A-Za-z0-9-]+")) {
            config.problem(PREFIX + name, "must name a header in letters, digits and -");
        } else if (TAKEN.contains(name.toLowerCase(Locale.ROOT))) {
            config.problem(PREFIX + name, "cannot be set; leave it out (so are " + String.join(", ", TAKEN) + ")");
        } else if (!value.reveal().matches("[\\x20-\\x7e]+")) {
            config.problem(PREFIX + name, "must be printable ASCII; encode the rest");
        }
    }

    HttpCall addTo(HttpCall call) {
        HttpCall changed = call;
        for (Map.Entry<String, Secret> header : byName.entrySet()) {
            changed = changed.withHeader(header.getKey(), header.getValue().reveal());
        }
        return changed;
    }

    HttpAnswer removeFrom(HttpAnswer answer) {
        HttpAnswer clean = answer;
        for (Secret value : byName.values()) {
            clean = clean.without(value);
        }
        return clean;
    }
}
