package io.tidemark.bootstrap.cli;

import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Tells the daemon what a person decides; which decision it is, and so the command's name, is its {@link Decision}. */
@Command
final class BaselineDecideCommand implements Callable<Integer> {
    private static final String SINCE = "--since";

    private final Decision decision;

    @Parameters(paramLabel = "ID", description = "The number, as it is listed.")
    private long id;

    @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
    private @Nullable String note;

    @Option(names = "--by", paramLabel = "NAME", description = "Who decides; if left out, who runs the command.")
    private @Nullable String by;

    @Option(
            names = SINCE,
            paramLabel = "INSTANT",
            description = "When the level shifted, such as 2026-11-20T09:00:00Z; if left out, as it was found.")
    private @Nullable String since;

    @Mixin
    private final Conversation conversation = new Conversation();

    private BaselineDecideCommand(Decision decision) {
        this.decision = decision;
    }

    static CommandLine of(Decision decision) {
        var command = new CommandLine(new BaselineDecideCommand(decision));
        var usage = command.getCommandSpec().name(decision.word).usageMessage();
        usage.description(decision.description);
        if (decision == Decision.APPROVE || decision == Decision.REJECT) {
            command.getCommandSpec().remove(command.getCommandSpec().findOption(SINCE));
        }
        usage.footer("%nExamples:", "  tidemark baseline " + decision.word + " 17 --note 'the new disks'");
        return command;
    }

    @Override
    public Integer call() {
        var said = new LinkedHashMap<String, @Nullable Object>();
        said.put("by", by == null ? Person.name() : by);
        said.put("note", note);
        if (since != null) {
            said.put("since", since);
        }
        var answer = conversation.client().post(decision.path.formatted(id), said);
        return conversation.tell(answer, done -> decision.sentence.formatted(id));
    }

    /** What can be decided. */
    enum Decision {
        APPROVE(
                "approve",
                "Takes a baseline that waits for approval for normal.",
                "/api/v1/baselines/pending/%d/approve",
                "Baseline %d is active."),
        REJECT(
                "reject",
                "Keeps the present baseline, and is not asked again about one like the rejected.",
                "/api/v1/baselines/pending/%d/reject",
                "Proposal %d is rejected; the present baseline stays."),
        ACCEPT(
                "accept",
                "Takes the level since the shift that an alert tells of for normal, and resolves the alert.",
                "/api/v1/baselines/shifts/%d/accept",
                "The level since alert %d is normal now; the alert is resolved."),
        KEEP(
                "keep",
                "Keeps the level before the shift that an alert tells of; the time since does not count.",
                "/api/v1/baselines/shifts/%d/keep",
                "The level before alert %d stays normal; the alert is acknowledged.");

        private final String word;
        private final String description;
        private final String path;
        private final String sentence;

        Decision(String word, String description, String path, String sentence) {
            this.word = word;
            this.description = description;
            this.path = path;
            this.sentence = sentence;
        }
    }
}
