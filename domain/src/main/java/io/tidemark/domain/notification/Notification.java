package io.tidemark.domain.notification;

import static java.util.Objects.requireNonNull;

/**
 * A notice in the outbox.
 *
 * @param id its number: the same over all attempts
 * @param notice what is sent to whom
 * @param attempts how often it was tried
 */
public record Notification(long id, Notice notice, int attempts) {
    public Notification {
        requireNonNull(notice, "notice");
        if (attempts < 0) {
            throw new IllegalArgumentException("attempts %d must not be negative".formatted(attempts));
        }
    }
}
