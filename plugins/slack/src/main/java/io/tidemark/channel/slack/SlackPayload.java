package io.tidemark.channel.slack;

import io.tidemark.channel.Content;
import io.tidemark.channel.Json;
import io.tidemark.channel.JsonObject;
import io.tidemark.channel.Message;
import io.tidemark.channel.Message.Kind;
import io.tidemark.channel.Text;
import java.net.URI;

/**
 * What a message says in Slack. The top-level text is the headline, and what a notification shows; below it an
 * attachment, which is Slack's only way to a colour bar, holds the blocks.
 */
final class SlackPayload {
    private static final int HEADLINE_LIMIT = 1_000;
    private static final int PLAIN_LIMIT = 500;

    private final boolean interactive;

    /** Payloads whose button to acknowledge leads to a page, or, if interactive, comes back to the host by itself. */
    SlackPayload(boolean interactive) {
        this.interactive = interactive;
    }

    /** The message in Block Kit, or as the plain text that any receiver can read. */
    JsonObject of(Message message, boolean plain) {
        if (plain) {
            return plain(message);
        }
        JsonObject attachment = Json.object()
                .put("color", colour(message))
                .put("blocks", SlackBlocks.of(message, SlackButtons.of(message, interactive)));
        return Json.object()
                .put("text", headline(message))
                .put("attachments", Json.array().add(attachment));
    }

    /** What changed, for the thread. */
    static JsonObject line(Message message) {
        return Json.object().put("text", headline(message) + text(message.content()));
    }

    private static JsonObject plain(Message message) {
        URI link = message.content().link();
        String more = link == null ? "" : "\n" + SlackText.escaped(link.toASCIIString(), HEADLINE_LIMIT);
        return Json.object().put("text", headline(message) + text(message.content()) + more);
    }

    private static String text(Content content) {
        String text = Text.printable(content.text()).strip();
        return text.isEmpty() ? "" : "\n" + SlackText.escaped(text, PLAIN_LIMIT);
    }

    private static String headline(Message message) {
        String label = message.kind() == Kind.FIRING
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
}
