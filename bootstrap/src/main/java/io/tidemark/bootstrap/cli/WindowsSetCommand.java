package io.tidemark.bootstrap.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description = "Sets a maintenance window, in place of one of that name.",
        footer = {
            "%nExamples:",
            "  tidemark windows set nightly 'daily 02:00-04:00' --time-zone Europe/Berlin --break-through critical",
            "  tidemark windows set weekend 'weekly sat,sun 22:00-06:00' --match category=merge",
            "  tidemark windows set closing 'monthly last 23:00-05:00'",
            "  tidemark windows set move 'once 2026-11-22T02:00 to 2026-11-22T04:00'",
            "  tidemark windows set vacuum 'cron 0 2 * * sun for 2h30m'"
        })
final class WindowsSetCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "NAME", description = "What the window is called.")
    private String name = "";

    @Parameters(
            index = "1",
            paramLabel = "RECURRENCE",
            description = "When it is open: once, daily, weekly, monthly or cron, as in the examples.")
    private String recurrence = "";

    @Option(names = "--time-zone", paramLabel = "ZONE", description = "Whose local time that is; UTC if left out.")
    private String timeZone = "UTC";

    @Option(
            names = "--match",
            paramLabel = "MATCHER",
            description = "Which alerts, such as operation=commit; may be repeated; every alert if left out.")
    private List<String> matchers = List.of();

    @Option(
            names = "--break-through",
            paramLabel = "SEVERITY",
            description = "The least severity that is told all the same; none if left out.")
    private @Nullable String breakThrough;

    @Option(names = "--enabled", paramLabel = "BOOLEAN", arity = "1", description = "false: it does not open.")
    private boolean enabled = true;

    @Option(names = "--by", paramLabel = "NAME", description = "Who says so; your login if left out.")
    private String by = Person.name();

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var window = new LinkedHashMap<String, @Nullable Object>();
        window.put("name", name);
        window.put("recurrence", recurrence);
        window.put("timeZone", timeZone);
        window.put("matchers", matchers);
        window.put("breakThrough", breakThrough);
        window.put("enabled", enabled);
        window.put("by", by);
        var answer = conversation.client().put("/api/v1/windows", window);
        return conversation.tell(
                answer,
                set -> "Window %s: %s %s"
                        .formatted(name, Text.of(set, "recurrence", "?"), Text.of(set, "timeZone", "?")));
    }
}
