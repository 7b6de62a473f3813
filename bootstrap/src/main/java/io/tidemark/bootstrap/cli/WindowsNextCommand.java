package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "next",
        description = "Shows when a maintenance window is open next, in its local time and in UTC.",
        footer = {"%nExamples:", "  tidemark windows next nightly", "  tidemark windows next nightly --count 20"})
final class WindowsNextCommand implements Callable<Integer> {
    private static final Listing TIMES = Listing.of(
                    left("FROM", 32, "localFrom"),
                    left("TO", 32, "localTo"),
                    left("FROM, UTC", 20, "from"),
                    left("TO, UTC", 20, "to"))
            .whenEmpty("It does not open any more.");

    @Parameters(index = "0", paramLabel = "NAME", description = "What the window is called.")
    private String name = "";

    @Option(names = "--count", paramLabel = "N", description = "How many times; 5 if left out.")
    private int count = 5;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation
                .client()
                .get("/api/v1/windows/next?name=%s&count=%d".formatted(DaemonClient.encoded(name), count));
        return conversation.show(answer, TIMES.in("times"));
    }
}
