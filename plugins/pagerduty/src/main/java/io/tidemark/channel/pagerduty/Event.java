package io.tidemark.channel.pagerduty;

import io.tidemark.channel.Content;
import io.tidemark.channel.Content.Fact;
import io.tidemark.channel.Conversation.About;
import io.tidemark.channel.Json;
import io.tidemark.channel.JsonArray;
import io.tidemark.channel.JsonObject;
import io.tidemark.channel.Links;
import io.tidemark.channel.Message;
import io.tidemark.channel.Text;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event as the <a href="https://developer.pagerduty.com/docs/send-alert-event">Events API v2</a> takes it. It takes
 * 512 KB; the limits here add up to less, at three bytes for each of Java's characters.
 */
final class Event {
    private static final int SUMMARY_LIMIT = 1_024;
    private static final int TEXT_LIMIT = 20_000;
    private static final int FACTS_LIMIT = 50;
    private static final int NAME_LIMIT = 255;
    private static final int VALUE_LIMIT = 2_000;
    private static final int URL_LIMIT = 2_000;

    private final Account account;
    private final Message message;

    Event(Account account, Message message) {
        this.account = account;
        this.message = message;
    }

    /** Everything that the message holds. */
    Json whole() {
        return isTrigger() ? withLinks(addressed().put("payload", wholePayload())) : addressed();
    }

    /** As little as PagerDuty takes. */
    Json plain() {
        return isTrigger() ? addressed().put("payload", payload()) : addressed();
    }

    boolean isTrigger() {
        return action().equals("trigger");
    }

    private String action() {
        return switch (message.kind()) {
            case FIRING, DIGEST, TEST -> "trigger";
            case ACKNOWLEDGED -> "acknowledge";
            case RESOLVED -> "resolve";
        };
    }

    private JsonObject addressed() {
        return Json.object()
                .put("routing_key", account.routingKey().reveal())
                .put("event_action", action())
                .put("dedup_key", account.deduplicationKey(message.conversation()));
    }

    private JsonObject payload() {
        return Json.object()
                .put("summary", line(message.content().title(), SUMMARY_LIMIT))
                .put("source", account.source())
                .put("severity", message.severity().name().toLowerCase(Locale.ROOT));
    }

    private JsonObject wholePayload() {
        About about = message.conversation().about();
        return payload()
                .put("timestamp", message.at().truncatedTo(ChronoUnit.MILLIS).toString())
                .put("component", line(about.subject(), NAME_LIMIT))
                .put("group", about.branch() == null ? null : line(about.branch(), NAME_LIMIT))
                .put("class", line(about.type(), NAME_LIMIT))
                .put("custom_details", details(message.content()));
    }

    private static Json details(Content content) {
        JsonObject details = Json.object();
        if (!content.text().isBlank()) {
            details.put("text", Text.printable(Text.cut(content.text(), TEXT_LIMIT)));
        }
        List<Fact> facts = content.facts();
        facts.stream()
                .limit(FACTS_LIMIT)
                .forEach(fact -> details.put(line(fact.name(), NAME_LIMIT), line(fact.value(), VALUE_LIMIT)));
        int more = facts.size() - FACTS_LIMIT;
        return more > 0 ? details.put("left out", more + " more figures") : details;
    }

    private Json withLinks(JsonObject event) {
        Links links = message.content().links();
        Links.Acknowledge acknowledge = links.acknowledge();
        JsonArray array = Json.array();
        add(array, "Open", links.open());
        add(array, "What to do", links.runbook());
        add(
                array,
                "Acknowledge",
                acknowledge == null ? null : URI.create(acknowledge.page().reveal()));
        URI open = links.open();
        return event.put("links", array)
                .put("client", "Tidemark")
                .put("client_url", open != null && isFit(open) ? open.toString() : null);
    }

    private static void add(JsonArray links, String text, @Nullable URI address) {
        if (address != null && isFit(address)) {
            links.add(Json.object().put("href", address.toString()).put("text", text));
        }
    }

    private static boolean isFit(URI address) {
        boolean web = Stream.of("https", "http").anyMatch(scheme -> scheme.equals(address.getScheme()));
        return web && address.toString().length() <= URL_LIMIT;
    }

    private static String line(String text, int limit) {
        return Text.oneLine(Text.cut(text, limit));
    }
}
