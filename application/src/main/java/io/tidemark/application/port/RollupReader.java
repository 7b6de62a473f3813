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
     * The durations of an operation, cut into steps as {@link #byOperation} cuts them; once more apart those of the branches
     * with most timings, of those with equally many the first by name. Timings without a branch count as one of the empty name.
     *
     * @param most how many branches at most, at least one
     * @throws IllegalArgumentException when the step is not a whole positive number of minutes
     */
    Courses courses(String operation, TimeRange range, Duration step, int most);

    /**
     * How the durations of an operation and of its branches went: nothing for steps without timings.
     *
     * @param whole all of them, by the start of the step, in order
     * @param branches the same for branches, by name, in alphabetical order
     * @param allBranches how many branches have timings
     */
    record Courses(
            SortedMap<Instant, Sketch> whole,
            SortedMap<String, SortedMap<Instant, Sketch>> branches,
            int allBranches) {}

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
