package io.tidemark.domain.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a job is due next, as it was planned when it last ran.
 *
 * <p>As the next time is planned from the present, and not from the time that was due, runs that were missed are caught up
 * by one. As it is kept until it comes, a clock that is set back makes nothing run twice: the job waits until the clock is
 * where it was. A clock that goes back by more than three hours is taken for one that was wrong before, as in the classic
 * cron, and the next time is planned anew: else a job that ran once in a wrong year would wait for that year.
 *
 * @param next when it is due; null when it never is
 */
public record Plan(Schedule schedule, @Nullable Instant next) {
    private static final Duration CORRECTION = Duration.ofHours(3);

    public Plan {
        requireNonNull(schedule, "schedule");
    }

    /** The first time that comes. */
    public static Plan from(Schedule schedule, Instant now) {
        return new Plan(schedule, schedule.next(now).orElse(null));
    }

    /** Whether the job is to run now, perhaps late. */
    public boolean isDue(Instant now) {
        return next != null && !next.isAfter(now);
    }

    /** Whether it was planned by a clock that was wrong. */
    public boolean isOutOfReach(Instant now) {
        return next != null
                && schedule.next(now.plus(CORRECTION)).filter(next::isAfter).isPresent();
    }

    /** What is planned once it has run, or has to be planned anew. */
    public Plan renewed(Instant now) {
        return from(schedule, now);
    }
}
