package io.tidemark.bootstrap.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "schedule",
        description = "Changes when a job runs, until it is changed again or put back.",
        footer = {
            "%nExamples:",
            "  tidemark jobs schedule recalculate-daily --cron '30 1 * * *' --time-zone Europe/Berlin",
            "  tidemark jobs schedule watch --enabled=false",
            "  tidemark jobs schedule watch --reset"
        })
final class JobsScheduleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "JOB", description = "The job, such as recalculate-daily.")
    private String job = "";

    @Option(
            names = "--cron",
            paramLabel = "CRON",
            description = "Minute, hour, day of the month, month, day of the week.")
    private @Nullable String cron;

    @Option(
            names = "--time-zone",
            paramLabel = "ZONE",
            description = "Whose local time that is, such as Europe/Berlin.")
    private @Nullable String timeZone;

    @Option(
            names = "--enabled",
            paramLabel = "BOOLEAN",
            arity = "1",
            description = "false: it runs only when somebody asks for it; true: by itself again.")
    private @Nullable Boolean enabled;

    @Option(names = "--reset", description = "Back to what the settings of the daemon say.")
    private boolean reset;

    @Option(names = "--by", paramLabel = "NAME", description = "Who changes it; your login if left out.")
    private String by = System.getProperty("user.name", "somebody");

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        return conversation.tell(reset ? reset() : change(), JobText::sentence);
    }

    private JsonNode reset() {
        return conversation.client().delete(QueryText.of(path()).with("by", by).toString());
    }

    private JsonNode change() {
        var change = new LinkedHashMap<String, @Nullable Object>();
        change.put("cron", cron);
        change.put("timeZone", timeZone);
        change.put("enabled", enabled);
        change.put("by", by);
        return conversation.client().put(path(), change);
    }

    private String path() {
        return "/api/v1/jobs/" + DaemonClient.encoded(job) + "/schedule";
    }
}
