package io.tidemark.application.memory;

import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.notification.Next.Again;
import io.tidemark.domain.notification.Next.Delivered;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Notification;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notification on its way.
 *
 * @param notification what is sent to whom
 * @param status where it is
 * @param due when it may be claimed; while it is claimed, when the lease runs out
 * @param token proves the last claim, or null while nobody has claimed it
 */
record OutboxItem(
        Notification notification,
        DeliveryStatus status,
        Instant due,
        @Nullable UUID token) {
    static OutboxItem of(long id, Notice notice, Instant due) {
        return new OutboxItem(new Notification(id, notice, 0, null), DeliveryStatus.PENDING, due, null);
    }

    long id() {
        return notification.id();
    }

    boolean isSettled() {
        return status == DeliveryStatus.DELIVERED || status == DeliveryStatus.FAILED;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(due);
    }

    OutboxItem claimed(UUID by, Instant leaseEnd) {
        return new OutboxItem(notification, DeliveryStatus.SENDING, leaseEnd, by);
    }

    boolean isHeldBy(Claim claim) {
        return claim.token().equals(token);
    }

    /** As it is after one more attempt. */
    OutboxItem tried(Next next, @Nullable String memo, Instant now) {
        Notification tried =
                new Notification(notification.id(), notification.notice(), notification.attempts() + 1, noted(memo));
        if (next instanceof Again again) {
            return new OutboxItem(tried, DeliveryStatus.PENDING, now.plus(again.pause()), null);
        }
        DeliveryStatus end = next instanceof Delivered ? DeliveryStatus.DELIVERED : DeliveryStatus.FAILED;
        return new OutboxItem(tried, end, now, null);
    }

    /** As it is when it is given back untried. */
    OutboxItem postponed(Instant until) {
        return new OutboxItem(notification, DeliveryStatus.PENDING, until, null);
    }

    /** The notification with what was noted last in its lane, when nothing was noted about itself. */
    Notification toldAgain(@Nullable String memo) {
        return notification.memo() != null || memo == null
                ? notification
                : new Notification(notification.id(), notification.notice(), notification.attempts(), memo);
    }

    private @Nullable String noted(@Nullable String memo) {
        return memo == null ? notification.memo() : memo;
    }

    /** The alert it is about, or null when it is about several. */
    @Nullable
    Long alertId() {
        return notification.notice().conversation().alertId();
    }

    Lane lane() {
        return new Lane(
                notification.notice().conversation().id(),
                notification.notice().destination().name());
    }

    Told told() {
        return new Told(notification.notice().destination().name(), status, notification.attempts());
    }

    /** Within a lane notifications keep their order. */
    record Lane(String conversation, String destination) {}
}
