package io.tidemark.application.port;

import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;

/**
 * Tells how long operations took. The cost grows with the length of the range, not with the number of timings.
 *
 * <p>A timing belongs to the UTC minute in which it started; a range takes the minutes whose first instant it contains.
 * Where minutes are no longer kept, a timing belongs to its hour, and a range takes the hours whose first instant it
 * contains; where hours are no longer kept either, the same goes for days. A timing is never counted twice, whatever is
 * folded or dropped meanwhile ({@link Upkeep}).
 */
public interface RollupReader {
    /**
     * The durations of a scope in a range, as one sketch: empty when there are none. A scope without a branch takes the
     * timings of all branches and those without one.
     */
    Sketch merged(Scope scope, TimeRange range);

    /**
     * The durations of every operation, over all its branches, cut into steps.
     *
     * @param step whole minutes; each step starts at a multiple of its length since 1970 (UTC), and takes the minutes, hours
     *     or days that start in it
     * @return by operation, in alphabetical order; by the start of the step, in order; nothing for steps without timings
     * @throws IllegalArgumentException when the step is not a whole positive number of minutes
     */
    SortedMap<String, SortedMap<Instant, Sketch>> byOperation(TimeRange range, Duration step);

    /**
     * The durations of a scope, cut into steps as {@link #byOperation} cuts them.
     *
     * @return by the start of the step, in order; nothing for steps without timings
     * @throws IllegalArgumentException when the step is not a whole positive number of minutes
     */
    SortedMap<Instant, Sketch> steps(Scope scope, TimeRange range, Duration step);

    /**
     * The durations of an operation in a range, by its branches.
     *
     * @return by the name of the branch, in alphabetical order; under the empty name those without one; nothing for branches
     *     without timings
     */
    SortedMap<String, Sketch> byBranch(String operation, TimeRange range);

    /**
     * How many minutes a step has: what every reader checks first.
     *
     * @throws IllegalArgumentException when the step is not a whole positive number of minutes
     */
    static long minutesOf(Duration step) {
        if (step.isNegative() || step.isZero() || !step.equals(Duration.ofMinutes(step.toMinutes()))) {
            throw new IllegalArgumentException("step %s must be a whole positive number of minutes".formatted(step));
        }
        return step.toMinutes();
    }

    /** Counts what roll-ups still hold of each operation; operations of which they hold nothing are left out. */
    Map<String, Long> counts();
}
