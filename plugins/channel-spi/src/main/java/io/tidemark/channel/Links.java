package io.tidemark.channel;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a message leads. A channel shows those that are there.
 *
 * @param open where to read on, or null
 * @param runbook what to look at and what helps, or null
 * @param acknowledge how a person takes the alert on, or null when there is nothing to be taken on
 */
public record Links(
        @Nullable URI open, @Nullable URI runbook, @Nullable Acknowledge acknowledge) {
    /** No link at all. */
    public static final Links NONE = new Links(null, null, null);

    /** A link to read on, and no other. */
    public static Links to(URI open) {
        return new Links(open, null, null);
    }

    /**
     * How a person takes an alert on from where they read of it. Both secrets let whoever has them acknowledge this alert,
     * once, for some days: they belong into the message, and nowhere else.
     *
     * @param page a page that asks for a confirmation: for a link
     * @param token what a button sends back: for receivers with buttons of their own
     * @param callbacks where such a receiver posts to: this address, a slash, and the type of the channel
     */
    public record Acknowledge(Secret page, Secret token, URI callbacks) {
        /** Checks that all are there. */
        public Acknowledge {
            requireNonNull(page, "page");
            requireNonNull(token, "token");
            requireNonNull(callbacks, "callbacks");
        }
    }
}
