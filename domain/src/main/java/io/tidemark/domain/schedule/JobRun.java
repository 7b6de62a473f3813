package io.tidemark.domain.schedule;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * What became of a job that was begun.
 *
 * @param job its name
 * @param detail one line: what was done, or what went wrong
 */
public record JobRun(String job, JobStart start, Instant ended, Outcome outcome, String detail) {
    public JobRun {
        requireNonNull(job, "job");
        requireNonNull(start, "start");
        requireNonNull(ended, "ended");
        requireNonNull(outcome, "outcome");
        requireNonNull(detail, "detail");
    }

    /** What becomes of a run whose node did not come back, as somebody else begins in its place. */
    public static JobRun lost(String job, JobStart start, JobStart successor) {
        String detail = "%s did not come back, and %s took over".formatted(start.node(), successor.node());
        return new JobRun(job, start, successor.at(), Outcome.ERROR, detail);
    }

    /** How a run ends. */
    public enum Outcome {
        SUCCESS,
        /** It took longer than it may, and was interrupted. */
        TIMEOUT,
        /** It failed, was cut short, or its process did not come back. */
        ERROR
    }
}
