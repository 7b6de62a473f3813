package io.tidemark.channel.webhook;

import io.tidemark.channel.Content;
import io.tidemark.channel.Conversation;
import io.tidemark.channel.Json;
import io.tidemark.channel.JsonArray;
import io.tidemark.channel.JsonObject;
import io.tidemark.channel.Links;
import io.tidemark.channel.Message;
import io.tidemark.channel.Trend;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The whole message as JSON. Within a version, members are only added. */
final class Payload {
    private static final int VERSION = 1;

    private Payload() {}

    static Json of(Message message) {
        Content content = message.content();
        JsonObject payload = Json.object()
                .put("version", VERSION)
                .put("id", message.id())
                .put("kind", message.kind().name())
                .put("severity", message.severity().name())
                .put("at", message.at().toString())
                .put("conversation", conversation(message.conversation()))
                .put("title", content.title())
                .put("text", content.text())
                .put("facts", facts(content.facts()))
                .put("links", links(content.links()));
        return content.trend() == null ? payload : payload.put("trend", trend(content.trend()));
    }

    private static Json conversation(Conversation conversation) {
        Conversation.About about = conversation.about();
        return Json.object()
                .put("id", conversation.id())
                .put("type", about.type())
                .put("subject", about.subject())
                .put("branch", about.branch());
    }

    private static Json facts(List<Content.Fact> facts) {
        JsonArray array = Json.array();
        facts.forEach(fact -> array.add(Json.object().put("name", fact.name()).put("value", fact.value())));
        return array;
    }

    private static Json links(Links links) {
        Links.Acknowledge acknowledge = links.acknowledge();
        return Json.object()
                .put("open", text(links.open()))
                .put("runbook", text(links.runbook()))
                .put(
                        "acknowledge",
                        acknowledge == null ? null : acknowledge.page().reveal());
    }

    private static @Nullable String text(@Nullable URI link) {
        return link == null ? null : link.toString();
    }

    /** JSON has no infinity: a band without an end is one without that member. */
    private static Json trend(Trend trend) {
        JsonArray values = Json.array();
        trend.values().stream().filter(Double::isFinite).forEach(values::add);
        JsonObject json = Json.object().put("unit", trend.unit()).put("values", values);
        if (Double.isFinite(trend.low())) {
            json.put("low", trend.low());
        }
        if (Double.isFinite(trend.high())) {
            json.put("high", trend.high());
        }
        return json;
    }
}
