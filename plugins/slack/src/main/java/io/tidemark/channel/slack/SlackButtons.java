package io.tidemark.channel.slack;

import io.tidemark.channel.Json;
import io.tidemark.channel.JsonArray;
import io.tidemark.channel.JsonObject;
import io.tidemark.channel.Links;
import io.tidemark.channel.Links.Acknowledge;
import io.tidemark.channel.Message;
import io.tidemark.channel.Message.Kind;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The buttons below a message: to read on, to see what helps, and, as long as nobody did, to take the alert on. */
final class SlackButtons {
    /** Slack takes 3,000; three of these fit into the total of all blocks. */
    private static final int URL_LIMIT = 1_000;

    private static final int VALUE_LIMIT = 2_000;

    private SlackButtons() {}

    static JsonArray of(Message message, boolean interactive) {
        Links links = message.content().links();
        JsonArray buttons = Json.array();
        addLink(buttons, "open", "Open", links.open());
        addLink(buttons, "runbook", "Runbook", links.runbook());
        Acknowledge acknowledge = links.acknowledge();
        if (acknowledge != null && message.kind() == Kind.FIRING) {
            addAcknowledge(buttons, acknowledge, interactive);
        }
        return buttons;
    }

    private static void addAcknowledge(JsonArray buttons, Acknowledge acknowledge, boolean interactive) {
        if (!interactive) {
            addLink(
                    buttons,
                    "acknowledge_page",
                    "Acknowledge",
                    URI.create(acknowledge.page().reveal()));
        } else if (acknowledge.token().reveal().length() <= VALUE_LIMIT) {
            buttons.add(button("acknowledge", "Acknowledge")
                    .put("value", acknowledge.token().reveal())
                    .put("style", "primary"));
        }
    }

    private static void addLink(JsonArray buttons, String id, String label, @Nullable URI link) {
        if (link != null && isWeb(link) && link.toASCIIString().length() <= URL_LIMIT) {
            buttons.add(button(id, label).put("url", link.toASCIIString()));
        }
    }

    private static boolean isWeb(URI link) {
        return "https".equals(link.getScheme()) || "http".equals(link.getScheme());
    }

    private static JsonObject button(String id, String label) {
        return Json.object()
                .put("type", "button")
                .put("action_id", id)
                .put("text", Json.object().put("type", "plain_text").put("text", label));
    }
}
