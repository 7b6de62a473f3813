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
        name = "resolve",
        description = "Ends alerts; what is seen again is a new alert.",
        footer = {"%nExamples:", "  tidemark alerts resolve 12", "  tidemark alerts resolve 12 13 --by ada"})
final class AlertsResolveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "1..*", description = "The numbers of the alerts, as listed.")
    private List<Long> ids = List.of();

    @Option(names = "--by", paramLabel = "NAME", description = "Who ends them; if left out, who runs the command.")
    private @Nullable String by;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("by", by == null ? Person.name() : by);
        for (long id : ids) {
            var answer = conversation.client().post("/api/v1/alerts/%d/resolve".formatted(id), said);
            conversation.tell(answer, done -> "Alert %d is resolved.".formatted(id));
        }
        return ExitCode.FINE;
    }
}
