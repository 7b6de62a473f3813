package io.tidemark.domain.notification;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * A notice in the outbox.
 *
 * @param id its number: the same over all attempts
 * @param notice what is sent to whom
 * @param attempts how often it was tried
 * @param memo what the channel last noted for itself in this conversation with this destination, or null
 */
public record Notification(
        long id, Notice notice, int attempts, @Nullable String memo) {
    public Notification {
        requireNonNull(notice, "notice");
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts %d must not be negative".formatted(attempts));
        }
    }
}
