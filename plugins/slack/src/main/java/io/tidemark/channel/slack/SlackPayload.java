package io.tidemark.channel.slack;

import io.tidemark.channel.Content;
import io.tidemark.channel.Content.Fact;
import io.tidemark.channel.Json;
import io.tidemark.channel.JsonArray;
import io.tidemark.channel.JsonObject;
import io.tidemark.channel.Message;
import io.tidemark.channel.Text;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A message in Block Kit. The top-level text is the headline, and what a notification shows; below it an attachment,
 * which is Slack's only way to a colour bar, holds the blocks. Limits:
 * <a href="https://docs.slack.dev/reference/block-kit/blocks">Block Kit reference</a>. All blocks together stay below
 * 10,000 characters, because Slack refuses some 13,000 with {@code msg_blocks_too_long}.
 */
final class SlackPayload {
    private static final int HEADLINE_LIMIT = 1_000;
    private static final int SECTION_LIMIT = 3_000;
    private static final int FIELDS_LIMIT = 10;
    /** Slack takes 2,000; ten of these fit into the total. */
    private static final int NAME_LIMIT = 100;

    private static final int VALUE_LIMIT = 400;
    private static final int URL_LIMIT = 3_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SlackPayload() {}

    static Json of(Message message) {
        JsonObject attachment = Json.object().put("color", colour(message)).put("blocks", blocks(message));
        return Json.object()
                .put("text", headline(message))
                .put("attachments", Json.array().add(attachment));
    }

    private static String headline(Message message) {
        String label = message.kind() == Message.Kind.FIRING
                ? message.severity().name()
                : message.kind().name();
        String title = Text.oneLine(message.content().title());
        return "*%s* %s".formatted(label, SlackText.escaped(title, HEADLINE_LIMIT));
    }

    private static String colour(Message message) {
        return switch (message.kind()) {
            case RESOLVED -> "#2EB67D";
            case ACKNOWLEDGED -> "#808080";
            case FIRING, DIGEST, TEST ->
                switch (message.severity()) {
                    case CRITICAL -> "#D00000";
                    case WARNING -> "#DAA038";
                    case INFO -> "#439FE0";
                };
        };
    }

    private static Json blocks(Message message) {
        Content content = message.content();
        JsonArray blocks = Json.array();
        if (!Text.printable(content.text()).isBlank()) {
            blocks.add(Json.object().put("type", "section").put("text", markdown(content.text(), SECTION_LIMIT)));
        }
        if (!content.facts().isEmpty()) {
            blocks.add(Json.object().put("type", "section").put("fields", fields(content.facts())));
        }
        blocks.add(Json.object()
                .put("type", "context")
                .put("elements", Json.array().add(markdown(footnote(message), VALUE_LIMIT))));
        URI link = content.link();
        if (link != null && isFitForAButton(link)) {
            blocks.add(Json.object()
                    .put("type", "actions")
                    .put("elements", Json.array().add(button(link))));
        }
        return blocks;
    }

    private static Json fields(List<Fact> facts) {
        JsonArray fields = Json.array();
        facts.stream()
                .limit(FIELDS_LIMIT)
                .map(fact -> "*%s*\n%s"
                        .formatted(
                                SlackText.escaped(Text.oneLine(fact.name()), NAME_LIMIT),
                                SlackText.escaped(fact.value(), VALUE_LIMIT)))
                .forEach(escaped -> fields.add(markdown(escaped)));
        return fields;
    }

    private static String footnote(Message message) {
        int more = message.content().facts().size() - FIELDS_LIMIT;
        return "%s · alert %s%s"
                .formatted(
                        TIME.format(message.at()), message.alertId(), more > 0 ? " · " + more + " more figures" : "");
    }

    private static Json markdown(String text, int limit) {
        return markdown(SlackText.escaped(text, limit));
    }

    /** Verbatim keeps Slack from finding channels, people and links in the text by itself. */
    private static Json markdown(String escaped) {
        return Json.object().put("type", "mrkdwn").put("text", escaped).put("verbatim", true);
    }

    private static boolean isFitForAButton(URI link) {
        boolean web = "https".equals(link.getScheme()) || "http".equals(link.getScheme());
        return web && link.toASCIIString().length() <= URL_LIMIT;
    }

    private static Json button(URI link) {
        return Json.object()
                .put("type", "button")
                .put("action_id", "open")
                .put("text", Json.object().put("type", "plain_text").put("text", "Open"))
                .put("url", link.toASCIIString());
    }
}
