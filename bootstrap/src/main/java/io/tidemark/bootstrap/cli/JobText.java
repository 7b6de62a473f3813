package io.tidemark.bootstrap.cli;

import tools.jackson.databind.JsonNode;

/** Jobs of the daemon's answers in words. */
final class JobText {
    private JobText() {}

    /** When it runs, and whether somebody has said so. */
    static String schedule(JsonNode job) {
        var schedule = job.path("schedule");
        var text = Text.of(schedule, "cron", "?") + " " + Text.of(schedule, "timeZone", "?");
        var off = schedule.path("enabled").asBoolean(true) ? "" : ", off";
        var changed = job.path("changed").isObject() ? ", by " + Text.of(job.path("changed"), "by", "?") : "";
        return text + off + changed;
    }

    static String last(JsonNode job) {
        var running = job.path("running");
        if (running.isObject()) {
            var lost = running.path("lost").asBoolean(false) ? "lost by " : "running on ";
            return lost + Text.of(running, "node", "?");
        }
        return job.path("last").isObject() ? outcome(job.path("last")) : "";
    }

    static String outcome(JsonNode run) {
        return "%s in %s: %s"
                .formatted(
                        Text.of(run, "outcome", "?"),
                        Text.millis(run.path("millis").asLong(0) * 1_000),
                        Text.of(run, "detail", ""));
    }

    /** The sentence about a job whose schedule was changed. */
    static String sentence(JsonNode job) {
        var next = job.path("next").path(0);
        var when = next.isObject()
                ? "next at %s, which is %s".formatted(Text.of(next, "utc", "?"), Text.of(next, "local", "?"))
                : "never by itself";
        return "%s runs %s: %s".formatted(Text.of(job, "job", "?"), schedule(job), when);
    }
}
