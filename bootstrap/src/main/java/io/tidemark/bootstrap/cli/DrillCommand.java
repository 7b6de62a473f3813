package io.tidemark.bootstrap.cli;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

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
    private final Conversation conversation = new Conversation();

    DrillCommand(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Integer call() {
        var steps = new ArrayList<String>();
        var drill = new Drill(conversation.client(), clock, Duration.ofSeconds(patienceSeconds), step -> {
            steps.add(step.strip());
            conversation.tellAtOnce(step);
        });
        boolean whole = drill.run();
        JsonNode answer = new JsonMapper().valueToTree(Map.of("steps", steps, "whole", whole));
        return conversation.show(answer, said -> List.of(), said -> !whole);
    }
}
