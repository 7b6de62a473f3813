package io.tidemark.application.port;

import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells what is in the outbox, and what was tried. */
public interface OutboxReader {
    /** How many notifications there are of each status; every status is a key. */
    Map<DeliveryStatus, Long> depth();

    /** What was tried for the notifications about an alert, oldest first; empty for an unknown alert. */
    List<LoggedAttempt> attempts(long alertId);

    /**
     * Notifications, the youngest first.
     *
     * @param status those of this status, or null for all
     * @param destination those to this destination, or null for all
     * @param limit how many at most, at least one
     */
    default List<Sent> deliveries(@Nullable DeliveryStatus status, @Nullable String destination, int limit) {
        return deliveries(status, destination, Numbered.BEYOND, limit);
    }

    /** The same, of those with a lower number than {@code before}. */
    List<Sent> deliveries(@Nullable DeliveryStatus status, @Nullable String destination, long before, int limit);

    /** The notification of that number, with all that was tried for it; empty when there is none, or none any more. */
    Optional<Followed> find(long id);

    /** The destinations that are left alone for now, by name, and until when; for their pace as well, be it ever so short. */
    Map<String, Instant> resting();

    /** What was tried since an instant, by the hour and destination, the latest hour first. */
    List<Statistics> statistics(Instant since);

    /**
     * One line of the log.
     *
     * @param notificationId the notification
     * @param destination whom it goes to
     * @param attempt what was tried
     */
    record LoggedAttempt(long notificationId, String destination, Attempt attempt) {}

    /**
     * A notification and all that was tried for it.
     *
     * @param attempts oldest first
     */
    record Followed(Sent sent, List<Attempt> attempts) {
        public Followed {
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * A notification and what became of it.
     *
     * @param id its number
     * @param status where it is
     * @param notice what is sent to whom
     * @param attempts how often it was tried
     * @param trouble what went wrong last, or null
     * @param digest the digest that it is part of, or null
     */
    record Sent(
            long id,
            DeliveryStatus status,
            Notice notice,
            int attempts,
            @Nullable Trouble trouble,
            @Nullable Long digest) {}

    /**
     * What went wrong.
     *
     * @param reason a short word for programs, such as {@code http_429}
     * @param detail the same for people, without secrets
     */
    record Trouble(String reason, String detail) {}

    /**
     * What was tried in an hour at a destination.
     *
     * @param hour when it began
     * @param delivered how many attempts the receiver took
     * @param failed how many it did not take, for whatever reason
     * @param retries how many of all attempts were not the first for their notification
     * @param average how long an attempt took
     * @param p99 how long all but one in a hundred took at most
     */
    record Statistics(
            Instant hour,
            String destination,
            long delivered,
            long failed,
            long retries,
            Duration average,
            Duration p99) {}
}
