package io.tidemark.adapters.notify.plugin;

/**
 * What one destination may take of the host, and what is asked of its receiver.
 *
 * @param time how long a call may take
 * @param parallelCalls how many calls may run at a time; one that does not come back keeps its place
 * @param breaker when a failing receiver is left alone
 * @param pace how fast messages follow each other
 */
public record DestinationLimits(TimeLimit time, int parallelCalls, Breaker breaker, Pace pace) {
    public DestinationLimits {
        if (parallelCalls < 1) {
            throw new IllegalArgumentException("parallelCalls " + parallelCalls + " must be at least 1");
        }
    }

    /** Ten seconds a call, two calls at a time, one minute of rest after five failures, one message a second. */
    public static DestinationLimits defaults() {
        return new DestinationLimits(TimeLimit.defaults(), 2, Breaker.defaults(), Pace.perSecond(1));
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

    public DestinationLimits withPace(Pace newPace) {
        return new DestinationLimits(time, parallelCalls, breaker, newPace);
    }
}
