package io.tidemark.channel.mattermost;

import io.tidemark.channel.Json;
import io.tidemark.channel.Links;
import io.tidemark.channel.Links.Acknowledge;
import io.tidemark.channel.Message;
import io.tidemark.channel.Message.Kind;
import java.net.URI;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/** Where a post leads: Mattermost has buttons only for what it sends itself, so pages become links. */
final class Addresses {
    private static final int LONGEST = 2_000;

    private Addresses() {}

    /** The links below the text. */
    static String links(Message message, boolean interactive) {
        StringJoiner links = new StringJoiner(" · ");
        URI runbook = web(message.content().links().runbook());
        if (runbook != null) {
            links.add(link("Runbook", runbook));
        }
        Acknowledge acknowledge = acknowledge(message);
        URI page =
                acknowledge == null ? null : web(URI.create(acknowledge.page().reveal()));
        if (page != null && !interactive) {
            links.add(link("Acknowledge", page));
        }
        return links.toString();
    }

    /** The button that Mattermost answers with a call to the host. Its context never reaches the reader's screen. */
    static Optional<Json> button(Message message, boolean interactive) {
        return Optional.ofNullable(acknowledge(message))
                .filter(any -> interactive)
                .map(acknowledge -> Json.object()
                        .put("id", "acknowledge")
                        .put("type", "button")
                        .put("name", "Acknowledge")
                        .put("style", "primary")
                        .put(
                                "integration",
                                Json.object()
                                        .put("url", acknowledge.callbacks() + "/mattermost")
                                        .put(
                                                "context",
                                                Json.object()
                                                        .put(
                                                                "token",
                                                                acknowledge
                                                                        .token()
                                                                        .reveal()))));
    }

    /** The address if a browser may follow it, else null. */
    static @Nullable URI web(@Nullable URI link) {
        if (link == null || link.toASCIIString().length() > LONGEST) {
            return null;
        }
        return "https".equals(link.getScheme()) || "http".equals(link.getScheme()) ? link : null;
    }

    private static @Nullable Acknowledge acknowledge(Message message) {
        Links links = message.content().links();
        return message.kind() == Kind.FIRING ? links.acknowledge() : null;
    }

    /** Brackets would end the link. */
    private static String link(String name, URI address) {
        String inner = address.toASCIIString().replace("(", "%28").replace(")", "%29");
        return "[%s](%s)".formatted(name, inner);
    }
}
