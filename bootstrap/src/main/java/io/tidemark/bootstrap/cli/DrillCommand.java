package io.tidemark.bootstrap.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "drill",
        description =
                "Makes up an incident, and follows it from the slow run to its end, with the time of each step. Whoever the"
                        + " routes name gets real messages, about the operation 'tidemark_drill'.",
        footer = {"%nExamples:", "  tidemark drill", "  tidemark drill --patience 120"})
final class DrillCommand implements Callable<Integer> {
    private final Clock clock;

    @Option(
            names = "--patience",
            paramLabel = "SECONDS",
            defaultValue = "60",
            description = "How long one step may take; 60 s if left out.")
    private int patienceSeconds;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    DrillCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var drill = new Drill(daemon.client(), clock, Duration.ofSeconds(patienceSeconds), output.out()::println);
        return drill.run() ? ExitCode.FINE : ExitCode.FOUND;
    }
}
