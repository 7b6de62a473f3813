package io.tidemark.domain.notification;

import static java.util.Objects.requireNonNullElse;

import io.tidemark.domain.notification.Next.Again;
import io.tidemark.domain.notification.Next.Dead;
import io.tidemark.domain.notification.Next.Delivered;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * What to do after an attempt. Trouble that may pass is retried until a deadline, with pauses that double and are
 * spread at random over their full length; what looks permanent is tried a few times; a message that its receiver cannot
 * read is tried once more, as the channel may put it more simply then.
 *
 * @param firstPause the longest pause after the first attempt
 * @param maxPause the longest pause ever, but for what a receiver asks for
 * @param deadline how long after the decision trouble that may pass is retried
 * @param maxRefusals how often what looks permanent is tried
 */
public record RetryPolicy(Duration firstPause, Duration maxPause, Duration deadline, int maxRefusals) {
    public static final RetryPolicy DEFAULT =
            new RetryPolicy(Duration.ofMinutes(1), Duration.ofMinutes(30), Duration.ofHours(24), 3);

    /** A receiver that asks for longer than this is asked again all the same. */
    static final Duration LONGEST_ASKED = Duration.ofMinutes(15);

    private static final double ASKED_SPREAD = 0.1;
    /** Bad request, content too large, unprocessable content. */
    private static final Set<Integer> UNREADABLE = Set.of(400, 413, 422);

    private static final int UNREADABLE_TRIES = 2;

    public RetryPolicy {
        if (firstPause.toMillis() < 1 || maxPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException(
                    "firstPause %s must be at least 1 ms and not exceed maxPause %s".formatted(firstPause, maxPause));
        }
        if (deadline.isNegative() || maxRefusals < 1) {
            throw new IllegalArgumentException("deadline %s must not be negative, maxRefusals %d must be at least 1"
                    .formatted(deadline, maxRefusals));
        }
    }

    /**
     * Decides what follows.
     *
     * @param notification as it was before the attempt
     * @param attempt what came of it
     * @param spread where in the pause to wait, from 0 to 1: chosen at random by the caller
     * @throws IllegalArgumentException when {@code spread} is not from 0 to 1
     */
    public Next after(Notification notification, Attempt attempt, double spread) {
        requireShare(spread);
        return switch (attempt.outcome()) {
            case DELIVERED -> new Delivered();
            case RETRY_LATER, CHANNEL_DOWN -> again(notification, attempt, spread);
            case REFUSED ->
                notification.attempts() + 1 < tries(attempt) ? again(notification, attempt, spread) : new Dead();
        };
    }

    /**
     * How long the destination is left alone because its receiver asked for it: never less than that, up to a bound of 15
     * minutes, and up to a tenth more. Zero when it did not ask.
     *
     * @param spread from 0 to 1: chosen at random by the caller
     * @throws IllegalArgumentException when {@code spread} is not from 0 to 1
     */
    public Duration rest(Attempt attempt, double spread) {
        requireShare(spread);
        Duration asked = requireNonNullElse(attempt.answer().retryAfter(), Duration.ZERO);
        Duration bounded = asked.compareTo(LONGEST_ASKED) > 0 ? LONGEST_ASKED : asked;
        return bounded.plusMillis((long) (bounded.toMillis() * ASKED_SPREAD * spread));
    }

    private int tries(Attempt attempt) {
        boolean unreadable =
                UNREADABLE.contains(requireNonNullElse(attempt.answer().status(), 0));
        return unreadable ? UNREADABLE_TRIES : maxRefusals;
    }

    private Next again(Notification notification, Attempt attempt, double spread) {
        Duration asked = rest(attempt, spread);
        Duration pause = pause(notification.attempts(), spread);
        Duration wait = asked.compareTo(pause) < 0 ? pause : asked;
        Instant ended = attempt.at().plus(attempt.took());
        Duration left =
                Duration.between(ended, notification.notice().decidedAt().plus(deadline));
        return wait.compareTo(left) > 0 ? new Dead() : new Again(wait);
    }

    private Duration pause(int attemptsBefore, double spread) {
        double doubled = Math.scalb((double) firstPause.toMillis(), attemptsBefore);
        double longest = Math.min(doubled, (double) maxPause.toMillis());
        return Duration.ofMillis((long) (longest * spread));
    }

    private static void requireShare(double spread) {
        if (!(spread >= 0 && spread <= 1)) {
            throw new IllegalArgumentException("spread %s must be from 0 to 1".formatted(spread));
        }
    }
}
