package io.tidemark.domain.notification;

/**
 * One configured channel.
 *
 * @param name what it is called in settings and routes
 * @param channel the kind of channel, such as {@code slack}
 */
public record Destination(String name, String channel) {
    public Destination {
        if (name.isBlank() || channel.isBlank()) {
            throw new IllegalArgumentException(
                    "destination '%s' of channel '%s': neither may be blank".formatted(name, channel));
        }
    }
}
