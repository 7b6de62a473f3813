package io.tidemark.application.alert;

import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Template;
import org.jspecify.annotations.Nullable;

/**
 * A title or a text in place of the usual one.
 *
 * @param use for which messages
 * @param title one line, or null for the usual one
 * @param text what it means, or null for the usual one
 */
public record Wording(
        Use use, @Nullable Template title, @Nullable Template text) {

    /**
     * For which messages; what is null is any.
     *
     * @param destination the name of a destination
     * @param channel a kind of channel
     */
    public record Use(
            @Nullable String destination,
            @Nullable String channel,
            @Nullable AlertType type,
            Notice.@Nullable Kind kind) {

        boolean fits(Destination to, AlertType about, Notice.Kind why) {
            return (destination == null || destination.equals(to.name()))
                    && (channel == null || channel.equals(to.channel()))
                    && (type == null || type == about)
                    && (kind == null || kind == why);
        }
    }
}
