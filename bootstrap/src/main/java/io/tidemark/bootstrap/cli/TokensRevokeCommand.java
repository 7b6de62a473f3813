package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "revoke",
        description = "Revokes a token: whoever shows it is refused from now on.",
        footer = {"%nExample:", "  tidemark tokens revoke ci"})
final class TokensRevokeCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "The token's name.")
    private String name = "";

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var path = "/api/v1/tokens?name=%s&by=%s"
                .formatted(DaemonClient.encoded(name), DaemonClient.encoded(Person.name()));
        return conversation.tell(
                conversation.client().delete(path), revoked -> "%s is revoked".formatted(Text.printable(name)));
    }
}
