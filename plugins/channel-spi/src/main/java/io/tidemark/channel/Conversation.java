package io.tidemark.channel;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * The messages about one alert to one destination, from the first to the last.
 *
 * @param id the same in all of them, and in those of no other alert; printable ASCII without blanks, at most 128
 *     characters
 * @param about what they are about; the same in all of them
 * @param memo what the channel last noted for itself in this conversation ({@link Delivery#memo()}), be it about an
 *     earlier attempt of this message or about an earlier message; null if it noted nothing
 */
public record Conversation(String id, About about, @Nullable String memo) {
    /**
     * What an alert is about.
     *
     * @param type the kind of alert, such as {@code THRESHOLD_EXCEEDED}
     * @param subject the operation, or what else it is about
     * @param branch the branch, or null
     */
    public record About(
            String type, String subject, @Nullable String branch) {
        /** Checks that the first two are there. */
        public About {
            requireNonNull(type, "type");
            requireNonNull(subject, "subject");
        }
    }

    /** Checks the id. */
    public Conversation {
        Message.requireId("id of a conversation", id);
        requireNonNull(about, "about");
    }

    /** A conversation in which the channel has noted nothing yet. */
    public static Conversation of(String id, About about) {
        return new Conversation(id, about, null);
    }
}
