package io.tidemark.bootstrap.cli;

import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "change",
        description = "Changes what the channel of a destination is told; what is not named stays as it is.",
        footer = {
            "%nExamples:",
            "  tidemark channels change team --secret webhook-url < webhook.txt",
            "  tidemark channels change mail --set port=465 --unset user"
        })
final class ChannelsChangeCommand implements Callable<Integer> {
    private final InputStream in;

    @Parameters(paramLabel = "NAME", description = "The destination.")
    private String name = "";

    @Option(names = "--unset", paramLabel = "KEY", description = "Takes a key away; may be given several times.")
    private List<String> unset = List.of();

    @Mixin
    private final ChannelValues values = new ChannelValues();

    @Mixin
    private final Conversation conversation = new Conversation();

    ChannelsChangeCommand(InputStream in) {
        this.in = in;
    }

    @Override
    public Integer call() {
        var wanted = Map.of("name", name, "set", values.read(in), "unset", unset, "by", Person.name());
        return conversation.tell(
                conversation.client().patch("/api/v1/channels", wanted),
                changed -> "%s is changed".formatted(Text.printable(name)));
    }
}
