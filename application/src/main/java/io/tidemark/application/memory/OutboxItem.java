package io.tidemark.application.memory;

import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.OutboxReader.Sent;
import io.tidemark.application.port.OutboxReader.Trouble;
import io.tidemark.domain.notification.Attempt;
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
 * @param due when it may be claimed; while it is claimed, when the lease runs out; afterwards, when it ended
 * @param token proves the last claim, or null while nobody has claimed it
 * @param trouble what went wrong last, or null
 * @param digest the number of the digest that it is part of, or null
 */
record OutboxItem(
        Notification notification,
        DeliveryStatus status,
        Instant due,
        @Nullable UUID token,
        @Nullable Trouble trouble,
        @Nullable Long digest) {
    static OutboxItem of(long id, Notice notice, Instant due) {
        return new OutboxItem(new Notification(id, notice, 0, null), DeliveryStatus.PENDING, due, null, null, null);
    }

    long id() {
        return notification.id();
    }

    boolean isSettled() {
        return switch (status) {
            case PENDING, SENDING, MERGED -> false;
            case DELIVERED, FAILED, DROPPED -> true;
        };
    }

    boolean isDue(Instant now) {
        return status != DeliveryStatus.MERGED && !now.isBefore(due);
    }

    /** Whether it can become part of a digest. */
    boolean waits() {
        return status == DeliveryStatus.PENDING && notification.notice().kind() != Notice.Kind.DIGEST;
    }

    OutboxItem claimed(UUID by, Instant leaseEnd) {
        return new OutboxItem(notification, DeliveryStatus.SENDING, leaseEnd, by, trouble, digest);
    }

    boolean isHeldBy(Claim claim) {
        return claim.token().equals(token);
    }

    /** As it is after one more attempt. */
    OutboxItem tried(Next next, Attempt.Answer answer, Instant now) {
        Notification tried = new Notification(
                notification.id(), notification.notice(), notification.attempts() + 1, noted(answer.memo()));
        if (next instanceof Delivered) {
            return new OutboxItem(tried, DeliveryStatus.DELIVERED, now, null, null, digest);
        }
        Trouble heard = new Trouble(answer.reason(), answer.detail());
        return next instanceof Again again
                ? new OutboxItem(tried, DeliveryStatus.PENDING, now.plus(again.pause()), null, heard, digest)
                : new OutboxItem(tried, DeliveryStatus.FAILED, now, null, heard, digest);
    }

    /** As it is when it is given back untried. */
    OutboxItem postponed(Instant until) {
        return new OutboxItem(notification, DeliveryStatus.PENDING, until, null, trouble, digest);
    }

    /** As a part of a digest that is on its way. */
    OutboxItem mergedInto(long id) {
        return new OutboxItem(notification, DeliveryStatus.MERGED, due, null, trouble, id);
    }

    /** As the digest that it is part of has ended. */
    OutboxItem endedAs(OutboxItem whole) {
        return new OutboxItem(notification, whole.status, whole.due, null, whole.trouble, digest);
    }

    /** As if it had just been decided. */
    OutboxItem replayed(Instant now) {
        Notice old = notification.notice();
        Notice again =
                new Notice(old.conversation(), old.kind(), old.severity(), old.destination(), old.content(), now);
        return new OutboxItem(
                new Notification(id(), again, 0, notification.memo()),
                DeliveryStatus.PENDING,
                now,
                null,
                trouble,
                null);
    }

    OutboxItem dropped(Instant now) {
        return new OutboxItem(notification, DeliveryStatus.DROPPED, now, null, trouble, digest);
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

    Sent sent() {
        return new Sent(id(), status, notification.notice(), notification.attempts(), trouble, digest);
    }

    /** Within a lane notifications keep their order. */
    record Lane(String conversation, String destination) {}
}
