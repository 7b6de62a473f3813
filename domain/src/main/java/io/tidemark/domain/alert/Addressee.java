package io.tidemark.domain.alert;

/**
 * A destination, as an alert remembers whom it was told.
 *
 * @param name what it is called in settings and routes
 * @param channel the kind of channel, such as {@code slack}
 */
public record Addressee(String name, String channel) {
    public Addressee {
        if (name.isBlank() || channel.isBlank()) {
            throw new IllegalArgumentException(
                    "addressee '%s' of channel '%s': neither may be blank".formatted(name, channel));
        }
    }
}
