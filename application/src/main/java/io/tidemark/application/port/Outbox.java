package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Notification;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * Hands out notifications to be sent. Several workers, on any number of nodes, share the work: what one has claimed no
 * other gets until it is settled or the lease runs out. Time is the storage's own, so that the workers' clocks do not
 * matter.
 */
public interface Outbox {
    /**
     * Claims what is due, longest due first. Of the notifications about one alert to one destination only the first that is
     * neither delivered nor given up is ever due, so that they keep their order; nothing is due at a destination that
     * rests. Never waits for other workers.
     *
     * @param limit how many at most, at least one
     * @param lease for how long nobody else gets them
     * @param left destinations whose notifications are not wanted
     * @return what was claimed; empty when nothing is due
     */
    List<Claim> claim(int limit, Duration lease, Set<String> left);

    /**
     * Claims one notification for each of some destinations, and lets these rest: nobody claims for them before the gap is
     * over. Nothing is claimed for one that something is being sent to: what comes of that may be that it must be left alone.
     *
     * @param gaps the destinations that are meant, each with its gap
     * @param lease for how long nobody else gets what is claimed
     */
    List<Claim> claimOneEach(Map<String, Duration> gaps, Duration lease);

    /**
     * Puts one digest in place of what waits for a destination, which must not rest. A notification in it holds back the
     * later ones of its conversation until the digest is settled, and ends as the digest ends.
     *
     * @param least with fewer than that nothing is changed
     * @param digest makes one notice of several, in the order in which they were stored; runs in a transaction
     * @return how many became part of it
     */
    int merge(String destination, int least, Function<List<Notice>, Notice> digest);

    /**
     * Logs attempts, and says what becomes of the notifications: of all of them or, when anything fails, of none. When a
     * lease ran out and somebody else has claimed the notification since, the attempt is logged and the notification is
     * left to them.
     */
    void settle(List<Settlement> settlements);

    /** Settles one. */
    default void settle(Settlement settlement) {
        settle(List.of(settlement));
    }

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
     * @param left destinations whose notifications do not count
     */
    Duration untilNextDue(Set<String> left);

    /** Ends the rest of a destination before its time. */
    void wake(String destination);

    /**
     * Deletes what was delivered, or given up by a person, a while ago, with its attempts.
     *
     * @param age how long ago
     * @param limit how many at most, so that nobody waits for it
     * @return how many were deleted
     */
    int forget(Duration age, int limit);

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
     * @param rest for how long from now nothing is due at the destination; one that rests for longer already goes on
     */
    record Settlement(Claim claim, Attempt attempt, Next next, Duration rest) {
        public Settlement {
            requireNonNull(claim, "claim");
            requireNonNull(attempt, "attempt");
            requireNonNull(next, "next");
            requireNonNull(rest, "rest");
        }

        /** Without a rest for the destination. */
        public Settlement(Claim claim, Attempt attempt, Next next) {
            this(claim, attempt, next, Duration.ZERO);
        }
    }
}
