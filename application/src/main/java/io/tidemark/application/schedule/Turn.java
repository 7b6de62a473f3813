package io.tidemark.application.schedule;

import io.tidemark.application.port.JobState;
import io.tidemark.application.port.JobState.Running;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.domain.schedule.JobStart;
import io.tidemark.domain.schedule.Plan;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * That a job is to begin.
 *
 * @param next when it is due after that, or null when it never is
 */
record Turn(JobStart start, @Nullable Instant next) {
    /** Whether a job is to begin now: as its node did not come back, as somebody has asked for it, or as it is due. */
    static Optional<Turn> of(JobState job, Instant now, String node) {
        Running running = job.standing().running();
        if (running != null && !running.lost()) {
            return Optional.empty();
        }
        Plan plan = job.plan();
        // One run does for all reasons.
        Instant next = plan.isDue(now) ? plan.renewed(now).next() : plan.next();
        return start(job, plan, now, node).map(start -> new Turn(start, next));
    }

    private static Optional<JobStart> start(JobState job, Plan plan, Instant now, String node) {
        Running lost = job.standing().running();
        Signature asked = job.standing().asked();
        if (lost != null && isWanted(job, lost)) {
            return Optional.of(
                    new JobStart(lost.start().due(), now, node, lost.start().askedBy()));
        }
        if (asked != null) {
            return Optional.of(new JobStart(asked.at(), now, node, asked.by()));
        }
        return Optional.ofNullable(plan.next())
                .filter(due -> plan.isDue(now))
                .map(due -> new JobStart(due, now, node, null));
    }

    /** Not one that was disabled since, perhaps because it brings its process down. */
    private static boolean isWanted(JobState job, Running lost) {
        return job.timetable().schedule().enabled() || lost.start().askedBy() != null;
    }
}
