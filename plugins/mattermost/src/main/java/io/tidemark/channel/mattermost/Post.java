package io.tidemark.channel.mattermost;

import io.tidemark.channel.Content;
import io.tidemark.channel.Content.Fact;
import io.tidemark.channel.Json;
import io.tidemark.channel.JsonArray;
import io.tidemark.channel.JsonObject;
import io.tidemark.channel.Message;
import io.tidemark.channel.Message.Kind;
import io.tidemark.channel.Message.Severity;
import io.tidemark.channel.Text;
import java.net.URI;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a message says in Mattermost. All of it keeps far below the 16,383 characters of a post, because the server
 * splits what is longer. Fields: <a
 * href="https://developers.mattermost.com/integrate/reference/message-attachments/">message attachments</a>.
 */
final class Post {
    private static final int TITLE_LIMIT = 500;
    private static final int TEXT_LIMIT = 3_000;
    private static final int PLAIN_LIMIT = 500;
    private static final int FIELDS_LIMIT = 10;
    private static final int NAME_LIMIT = 100;
    private static final int VALUE_LIMIT = 400;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final boolean interactive;

    /** Posts with a button to acknowledge that comes back to the host by itself, or with a link to a page. */
    Post(boolean interactive) {
        this.interactive = interactive;
    }

    /** The attachments of a post, with all that the message has. */
    Json attachments(Message message) {
        Content content = message.content();
        URI open = Addresses.web(content.link());
        JsonObject attachment = Json.object()
                .put("fallback", headline(message))
                .put("color", colour(message))
                .put("title", open == null ? markdownHeadline(message) : headline(message))
                .put("title_link", open == null ? null : open.toASCIIString())
                .put("text", text(message));
        if (!content.facts().isEmpty()) {
            attachment.put("fields", fields(content.facts()));
        }
        attachment.put("footer", footer(message));
        Addresses.button(message, interactive)
                .ifPresent(button -> attachment.put("actions", Json.array().add(button)));
        return Json.array().add(attachment);
    }

    /** The message as the plain text that any receiver can read. */
    static String plain(Message message) {
        URI open = Addresses.web(message.content().link());
        return line(message) + (open == null ? "" : "\n" + open.toASCIIString());
    }

    /** What changed, for the thread. */
    static String line(Message message) {
        String text = Text.printable(message.content().text()).strip();
        return markdownHeadline(message) + (text.isEmpty() ? "" : "\n" + MattermostText.markdown(text, PLAIN_LIMIT));
    }

    /** How loud the message is; null where the reader need not be called. */
    static @Nullable Json priority(Message message) {
        if (message.kind() != Kind.FIRING || message.severity() == Severity.INFO) {
            return null;
        }
        return message.severity() == Severity.CRITICAL
                ? Json.object().put("priority", "urgent").put("requested_ack", true)
                : Json.object().put("priority", "important");
    }

    private String text(Message message) {
        String text = MattermostText.markdown(message.content().text().strip(), TEXT_LIMIT);
        String links = Addresses.links(message, interactive);
        return text.isEmpty() || links.isEmpty() ? text + links : text + "\n\n" + links;
    }

    private static Json fields(List<Fact> facts) {
        JsonArray fields = Json.array();
        facts.stream()
                .limit(FIELDS_LIMIT)
                .map(fact -> Json.object()
                        .put("title", MattermostText.raw(fact.name(), NAME_LIMIT))
                        .put("value", MattermostText.markdown(fact.value(), VALUE_LIMIT))
                        .put("short", true))
                .forEach(fields::add);
        return fields;
    }

    private static String headline(Message message) {
        return label(message) + ": " + MattermostText.raw(message.content().title(), TITLE_LIMIT);
    }

    private static String markdownHeadline(Message message) {
        String title = Text.oneLine(message.content().title());
        return label(message) + ": " + MattermostText.markdown(title, TITLE_LIMIT);
    }

    private static String label(Message message) {
        return message.kind() == Kind.FIRING
                ? message.severity().name()
                : message.kind().name();
    }

    private static String footer(Message message) {
        int more = message.content().facts().size() - FIELDS_LIMIT;
        boolean ofOneAlert = message.kind() != Kind.DIGEST && message.kind() != Kind.TEST;
        return TIME.format(message.at())
                + (ofOneAlert ? " · alert " + message.alertId() : "")
                + (more > 0 ? " · " + more + " more figures" : "");
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
}
