package io.tidemark.application.schedule;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.schedule.Schedule;
import java.time.Duration;
import java.util.concurrent.Callable;

/**
 * Work to be done again and again.
 *
 * @param name one word, such as {@code recalculate-daily}
 * @param description what it does, in one sentence
 * @param schedule when it runs, unless a person says otherwise
 * @param timeLimit after which it is interrupted
 * @param work does it once, and returns one line that says what was done; heeds an interrupt. It may be cut short and done
 *     again
 */
public record Job(String name, String description, Schedule schedule, Duration timeLimit, Callable<String> work) {
    public Job {
        requireNonNull(name, "name");
        requireNonNull(description, "description");
        requireNonNull(schedule, "schedule");
        requireNonNull(work, "work");
        if (timeLimit.isNegative() || timeLimit.isZero()) {
            throw new IllegalArgumentException("timeLimit %s of %s must be positive".formatted(timeLimit, name));
        }
    }
}
