package io.tidemark.bootstrap.cli;

import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "demo",
        description = "Lets a running daemon record made-up operations.",
        footer = {"%nExample:", "  tidemark demo --url http://127.0.0.1:7117"})
final class DemoCommand implements Callable<Integer> {
    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var client = daemon.client();
        client.post("/api/v1/demo", Map.of());
        output.out().println("The demo is running: watch it at " + client.url());
        return ExitCode.FINE;
    }
}
