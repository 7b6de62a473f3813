package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
        name = "phases",
        description = "Tells how long the phases of merges took on average, step by step.",
        footer = {"%nExamples:", "  tidemark merges phases", "  tidemark merges phases --source feature/x --hours 168"})
final class MergesPhasesCommand implements Callable<Integer> {
    private static final Listing STEPS = Listing.of(
                    left("FROM (UTC)", 20, "start"),
                    right("MERGES", 6, "merges"),
                    right("BASE", 8, step -> average(step, "baseMicros")),
                    right("DETECT", 8, step -> average(step, "detectionMicros")),
                    right("RESOLVE", 8, step -> average(step, "resolutionMicros")),
                    right("REST", 8, step -> average(step, "restMicros")),
                    right(
                            "P99",
                            8,
                            step -> MergeText.duration(
                                    step.path("times").path("total").path("p99Micros"))),
                    left("WHERE", 24, step -> MergeText.bar(step.path("times").path("shares"))))
            .whenEmpty("No merges in that time.");

    @Mixin
    private final MergeOptions merges = new MergeOptions();

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().get(merges.of("/api/v1/merges/phases"));
        return conversation.show(answer, STEPS.in("steps"));
    }

    private static String average(JsonNode step, String key) {
        return MergeText.duration(step.path("times").path("average").path(key));
    }
}
