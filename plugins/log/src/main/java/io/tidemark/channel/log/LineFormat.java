package io.tidemark.channel.log;

import io.tidemark.channel.Content;
import io.tidemark.channel.Conversation;
import io.tidemark.channel.Json;
import io.tidemark.channel.JsonArray;
import io.tidemark.channel.Message;
import io.tidemark.channel.Text;
import java.net.URI;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How a message becomes one line, whatever it holds. */
enum LineFormat {
    TEXT {
        @Override
        String line(Message message) {
            Content content = message.content();
            String facts = content.facts().stream()
                    .map(fact -> fact.name() + "=" + fact.value())
                    .collect(Collectors.joining(", "));
            String parts = Stream.of(content.title(), content.text(), facts, Objects.toString(content.link(), ""))
                    .filter(part -> !part.isBlank())
                    .collect(Collectors.joining(" | "));
            return Text.oneLine("%s %s %s %s %s"
                    .formatted(message.at(), message.severity(), message.kind(), message.alertId(), parts));
        }
    },
    JSON {
        @Override
        String line(Message message) {
            Content content = message.content();
            JsonArray facts = Json.array();
            content.facts()
                    .forEach(fact ->
                            facts.add(Json.object().put("name", fact.name()).put("value", fact.value())));
            Conversation.About about = message.conversation().about();
            return Json.object()
                    .put("at", message.at().toString())
                    .put("severity", message.severity().name())
                    .put("kind", message.kind().name())
                    .put("type", about.type())
                    .put("subject", about.subject())
                    .put("branch", about.branch())
                    .put("alert", message.alertId())
                    .put("message", message.id())
                    .put("title", content.title())
                    .put("text", content.text())
                    .put("facts", facts)
                    .put("link", text(content.link()))
                    .put("runbook", text(content.links().runbook()))
                    .toString();
        }
    };

    /** How the alert is acknowledged is left out on purpose: it lets any reader of the log do so. */
    private static @Nullable String text(@Nullable URI link) {
        return link == null ? null : link.toString();
    }

    abstract String line(Message message);
}
