package io.tidemark.domain.notification;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.Fingerprint;
import org.jspecify.annotations.Nullable;

/**
 * The messages about one alert, from the first to the last; those to one destination keep their order.
 *
 * @param id the same in all of them, and in those of no other alert
 * @param alertId the alert, or null when they are about several
 * @param type the kind of alert, such as {@code THRESHOLD_EXCEEDED}
 * @param subject the operation, or what else they are about
 * @param branch the branch, or null
 */
public record Conversation(
        String id,
        @Nullable Long alertId,
        String type,
        String subject,
        @Nullable String branch) {
    public Conversation {
        requireNonNull(type, "type");
        requireNonNull(subject, "subject");
        if (id.isBlank()) {
            throw new IllegalArgumentException("the id of a conversation must not be blank");
        }
    }

    /** That about one alert. */
    public static Conversation about(long alertId, Fingerprint condition) {
        return new Conversation(
                "tidemark-alert-" + alertId, alertId, condition.type().name(), condition.subject(), condition.branch());
    }

    /** That about alerts that are told together. */
    public static Conversation aboutGroup(long groupId, String subject) {
        return new Conversation("tidemark-group-" + groupId, null, "GROUP", subject, null);
    }
}
