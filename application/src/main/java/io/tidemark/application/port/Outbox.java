package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.notification.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Hands out notifications to be sent. Several workers, on any number of nodes, share the work: what one has claimed no
 * other gets until it is settled or the lease runs out. Time is the storage's own, so that the workers' clocks do not
 * matter.
 */
public interface Outbox {
    /**
     * Claims what is due, longest due first. Of the notifications about one alert to one destination only the first that is
     * neither delivered nor given up is ever due, so that they keep their order. Never waits for other workers.
     *
     * @param limit how many at most, at least one
     * @param lease for how long nobody else gets them
     * @param resting destinations whose notifications are left alone
     * @return what was claimed; empty when nothing is due
     */
    List<Claim> claim(int limit, Duration lease, Set<String> resting);

    /**
     * Logs an attempt, and says what becomes of the notification. When the lease ran out and somebody else has claimed
     * it since, the attempt is logged and the notification is left to them.
     */
    void settle(Settlement settlement);

    /**
     * Gives a claim back that was not tried, without a line in the log. Does nothing when somebody else has claimed the
     * notification since.
     *
     * @param pause how long nobody gets it
     */
    void postpone(Claim claim, Duration pause);

    /**
     * When the next notification is due, from now: zero when one is due already; a day when there is none. One that is
     * claimed is due when its lease runs out, one that is held back is not due.
     *
     * @param resting destinations whose notifications do not count
     */
    Duration untilNextDue(Set<String> resting);

    /**
     * A notification that one worker may send.
     *
     * @param notification what to send
     * @param token proves the claim
     */
    record Claim(Notification notification, UUID token) {
        public Claim {
            requireNonNull(notification, "notification");
            requireNonNull(token, "token");
        }
    }

    /**
     * What became of a claim.
     *
     * @param claim the claim
     * @param attempt what was tried
     * @param next what follows
     */
    record Settlement(Claim claim, Attempt attempt, Next next) {
        public Settlement {
            requireNonNull(claim, "claim");
            requireNonNull(attempt, "attempt");
            requireNonNull(next, "next");
        }
    }
}
