package io.tidemark.adapters.notify.plugin;

import org.jspecify.annotations.Nullable;

/**
 * What one destination may take of the host, and what is asked of its receiver.
 *
 * @param time how long a call may take
 * @param parallelCalls how many calls may run at a time; one that does not come back keeps its place
 * @param breaker when a failing receiver is left alone
 * @param pace how fast messages follow each other; null for the pace that the channel likes
 */
public record DestinationLimits(
        TimeLimit time,
        int parallelCalls,
        Breaker breaker,
        @Nullable Pace pace) {
    public DestinationLimits {
        if (parallelCalls < 1) {
            throw new IllegalArgumentException("parallelCalls " + parallelCalls + " must be at least 1");
        }
    }

    /** Ten seconds a call, two calls at a time, one minute of rest after five failures, the channel's own pace. */
    public static DestinationLimits defaults() {
        return new DestinationLimits(TimeLimit.defaults(), 2, Breaker.defaults(), null);
    }

    public DestinationLimits withTime(TimeLimit newTime) {
        return new DestinationLimits(newTime, parallelCalls, breaker, pace);
    }

    public DestinationLimits withParallelCalls(int newParallelCalls) {
        return new DestinationLimits(time, newParallelCalls, breaker, pace);
    }

    public DestinationLimits withBreaker(Breaker newBreaker) {
        return new DestinationLimits(time, parallelCalls, newBreaker, pace);
    }

    public DestinationLimits withPace(@Nullable Pace newPace) {
        return new DestinationLimits(time, parallelCalls, breaker, newPace);
    }
}
