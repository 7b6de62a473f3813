package io.tidemark.channel.slack;

import io.tidemark.channel.Content;
import io.tidemark.channel.Content.Fact;
import io.tidemark.channel.Json;
import io.tidemark.channel.JsonArray;
import io.tidemark.channel.JsonObject;
import io.tidemark.channel.Message;
import io.tidemark.channel.Message.Kind;
import io.tidemark.channel.Text;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The blocks of a message. Limits: <a href="https://docs.slack.dev/reference/block-kit/blocks">Block Kit
 * reference</a>. They are kept well below it, so that all blocks together stay below 10,000 characters: Slack refuses
 * some 13,000 with {@code msg_blocks_too_long}.
 */
final class SlackBlocks {
    private static final int SECTION_LIMIT = 2_000;
    private static final int FIELDS_LIMIT = 10;
    private static final int NAME_LIMIT = 80;
    private static final int VALUE_LIMIT = 240;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private SlackBlocks() {}

    static Json of(Message message, JsonArray buttons) {
        Content content = message.content();
        JsonArray blocks = Json.array();
        if (!Text.printable(content.text()).isBlank()) {
            blocks.add(block("section").put("text", markdown(SlackText.escaped(content.text(), SECTION_LIMIT))));
        }
        if (!content.facts().isEmpty()) {
            blocks.add(block("section").put("fields", fields(content.facts())));
        }
        blocks.add(block("context").put("elements", context(message)));
        if (!buttons.toString().equals("[]")) {
            blocks.add(block("actions").put("elements", buttons));
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

    private static Json context(Message message) {
        JsonArray context = Json.array();
        Optional.ofNullable(message.content().trend())
                .flatMap(Sparkline::of)
                .ifPresent(line -> context.add(markdown(SlackText.escaped(Text.oneLine(line), VALUE_LIMIT))));
        return context.add(markdown(SlackText.escaped(footnote(message), VALUE_LIMIT)));
    }

    private static String footnote(Message message) {
        int more = message.content().facts().size() - FIELDS_LIMIT;
        return TIME.format(message.at()) + alert(message) + (more > 0 ? " · " + more + " more figures" : "");
    }

    /** A digest and a test are about no single alert, so their id would lead nowhere. */
    private static String alert(Message message) {
        boolean ofOne = message.kind() != Kind.DIGEST && message.kind() != Kind.TEST;
        return ofOne ? " · alert " + message.alertId() : "";
    }

    private static JsonObject block(String type) {
        return Json.object().put("type", type);
    }

    /** Verbatim keeps Slack from finding channels, people and links in the text by itself. */
    private static Json markdown(String escaped) {
        return Json.object().put("type", "mrkdwn").put("text", escaped).put("verbatim", true);
    }
}
