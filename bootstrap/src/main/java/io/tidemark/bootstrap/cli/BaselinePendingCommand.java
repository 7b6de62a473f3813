package io.tidemark.bootstrap.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
        name = "pending",
        description = "Lists the baselines that wait for approval; the exit code is 1 when there are any.",
        footer = {"%nExamples:", "  tidemark baseline pending", "  tidemark baseline approve 17 --note 'the new disks'"
        })
final class BaselinePendingCommand implements Callable<Integer> {
    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().get("/api/v1/baselines/pending");
        return conversation.show(
                answer,
                BaselineTables.PENDING.in("pending"),
                found -> !found.path("pending").isEmpty());
    }
}
