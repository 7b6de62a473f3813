package io.tidemark.application.port;

import io.tidemark.domain.notification.Attempt;
import java.util.List;
import java.util.Map;

/** Tells what is in the outbox, and what was tried. */
public interface OutboxReader {
    /** How many notifications there are of each status; every status is a key. */
    Map<DeliveryStatus, Long> depth();

    /** What was tried for the notifications about an alert, oldest first; empty for an unknown alert. */
    List<LoggedAttempt> attempts(long alertId);

    /**
     * One line of the log.
     *
     * @param notificationId the notification
     * @param destination whom it goes to
     * @param attempt what was tried
     */
    record LoggedAttempt(long notificationId, String destination, Attempt attempt) {}
}
