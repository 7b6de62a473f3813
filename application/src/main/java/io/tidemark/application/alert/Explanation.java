package io.tidemark.application.alert;

import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.label.Labels;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Destination;
import io.tidemark.domain.notification.RoutePath;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an alert goes, when, and what is said.
 *
 * @param labels what routes go by
 * @param path what each route says of it
 * @param quiet why nobody is told, or null when somebody is
 * @param messages what is said to whom; also when nobody is told for now
 */
public record Explanation(
        Labels labels, RoutePath path, @Nullable Quiet quiet, List<Message> messages) {
    public Explanation {
        messages = List.copyOf(messages);
    }

    /**
     * What is said to one destination.
     *
     * @param at when: at once, or when its group has waited
     * @param group what its group has in common, or null when it is told by itself
     * @param dryRun whether it is only written down
     */
    public record Message(
            Destination destination, Instant at, @Nullable String group, boolean dryRun, Content content) {}
}
