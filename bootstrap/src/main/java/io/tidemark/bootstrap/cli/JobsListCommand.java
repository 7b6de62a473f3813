package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "Lists the jobs: when they run next, and what became of the last run.",
        footer = {"%nExample:", "  tidemark jobs list"})
final class JobsListCommand implements Callable<Integer> {
    private static final Listing JOBS = Listing.of(
            left("JOB", 24, "job"),
            left("SCHEDULE", 36, JobText::schedule),
            left("NEXT (UTC)", 20, job -> Text.of(job.path("next").path(0), "utc", "never")),
            left("NEXT (LOCAL)", 25, job -> Text.of(job.path("next").path(0), "local", "")),
            left("LAST", 60, JobText::last));

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().get("/api/v1/jobs");
        return conversation.show(answer, JOBS.in("jobs"));
    }
}
