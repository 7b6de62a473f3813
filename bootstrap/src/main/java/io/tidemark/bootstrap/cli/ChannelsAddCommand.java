package io.tidemark.bootstrap.cli;

import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "add",
        description = "Adds a destination, at once on all daemons. What its channel is told is stored encrypted.",
        footer = {
            "%nExamples:",
            "  tidemark channels add team --channel slack --secret webhook-url < webhook.txt",
            "  tidemark channels add mail --channel email --set host=mx.example.org --secret-file password=mail.txt"
        })
final class ChannelsAddCommand implements Callable<Integer> {
    private final InputStream in;

    @Parameters(paramLabel = "NAME", description = "What routes call it.")
    private String name = "";

    @Option(names = "--channel", paramLabel = "CHANNEL", required = true, description = "The kind, such as slack.")
    private String channel = "";

    @Mixin
    private final ChannelValues values = new ChannelValues();

    @Mixin
    private final Conversation conversation = new Conversation();

    ChannelsAddCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() {
        var wanted = Map.of("name", name, "channel", channel, "values", values.read(in), "by", Person.name());
        return conversation.tell(
                conversation.client().post("/api/v1/channels", wanted),
                added -> "%1$s is there; 'tidemark channels test %1$s' tries it".formatted(Text.printable(name)));
    }
}
