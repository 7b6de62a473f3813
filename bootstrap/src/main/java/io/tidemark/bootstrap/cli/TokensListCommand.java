package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "list",
        description = "Lists the tokens, the revoked ones too.",
        footer = {"%nExample:", "  tidemark tokens list"})
final class TokensListCommand implements Callable<Integer> {
    private static final Listing TOKENS = Listing.of(
                    left("NAME", 32, "name"),
                    left("ROLE", 8, "role"),
                    left("STATE", 8, "state"),
                    left("CREATED", 27, "created"),
                    left("EXPIRES", 27, token -> Text.of(token, "expires", "never")),
                    left("LAST USED", 27, token -> Text.of(token, "lastUsed", "never")))
            .whenEmpty("There are no tokens: everybody on the daemon's machine may do everything.");

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        return conversation.show(conversation.client().get("/api/v1/tokens"), TOKENS.in("tokens"));
    }
}
