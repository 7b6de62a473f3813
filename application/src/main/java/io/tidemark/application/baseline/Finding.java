package io.tidemark.application.baseline;

import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.Execution;
import io.tidemark.domain.baseline.Execution.Status;
import io.tidemark.domain.baseline.Outcome;
import io.tidemark.domain.baseline.Ruling;
import io.tidemark.domain.baseline.Ruling.Reason;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was found about the baseline of a scope, on its way to a {@link Recalculated}.
 *
 * @param subject which one, and the baseline it has
 * @param ruling what becomes of it
 * @param found what is normal now; null when that cannot be said
 * @param samples how many timings counted
 * @param course how it went
 */
record Finding(Subject subject, Ruling ruling, @Nullable Baseline found, long samples, Course course) {

    /** A scope, and its baseline or null. */
    record Subject(Scope scope, @Nullable ActiveBaseline present) {
        @Nullable
        Baseline baseline() {
            return present == null ? null : present.baseline();
        }

        @Nullable
        Long baselineId() {
            return present == null ? null : present.id();
        }
    }

    /** From when to when it was worked on, how that ended, and what is to be said of it. */
    record Course(
            Instant start,
            Instant end,
            Status status,
            @Nullable String message) {}

    static Finding failed(Subject subject, Course course) {
        Reason reason = course.status() == Status.TIMEOUT ? Reason.TIMED_OUT : Reason.FAILED;
        return new Finding(subject, Ruling.skipped(reason), null, 0, course);
    }

    /** Something went wrong when it was to be stored. */
    Finding failed(String message) {
        return failed(subject, new Course(course.start(), course.end(), Status.ERROR, message));
    }

    Finding replacedMeanwhile() {
        return new Finding(subject, ruling.keptBecause(Reason.REPLACED_MEANWHILE), found, samples, course);
    }

    boolean isToBeActivated() {
        return ruling.outcome() == Outcome.CREATED || ruling.outcome() == Outcome.UPDATED;
    }

    Execution execution() {
        return new Execution(
                subject.scope(),
                course.status(),
                course.start(),
                course.end(),
                new Execution.Result(ruling.outcome(), ruling.reason(), course.message()));
    }

    /** The same for whoever asked. */
    Recalculated recalculated(@Nullable Long baselineId) {
        Baseline present = subject.baseline();
        return new Recalculated(
                subject.scope(),
                ruling,
                baselineId,
                new Recalculated.Figures(
                        samples,
                        present == null ? null : present.p99Micros(),
                        found == null ? null : found.p99Micros()),
                course.message());
    }
}
