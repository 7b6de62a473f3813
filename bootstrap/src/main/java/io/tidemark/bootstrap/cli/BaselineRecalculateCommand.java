package io.tidemark.bootstrap.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "recalculate",
        description =
                "Recalculates the baselines of all tracked operations; the exit code is 1 when one needs approval or failed.",
        footer = {
            "%nExamples:",
            "  tidemark baseline recalculate",
            "  tidemark baseline recalculate commit --force",
            "  tidemark baseline recalculate --lookback-days 30 --min-samples 20 --force"
        })
final class BaselineRecalculateCommand implements Callable<Integer> {
    private static final Set<String> TO_BE_LOOKED_AT = Set.of("TOO_DIFFERENT", "TIMED_OUT", "FAILED");

    @Parameters(paramLabel = "OPERATION", arity = "0..1", description = "Only this operation and its branches.")
    private @Nullable String operation;

    @Option(
            names = "--lookback-days",
            paramLabel = "DAYS",
            description = "How far to look back; if left out, as the daemon's settings say.")
    private @Nullable Integer lookbackDays;

    @Option(
            names = "--min-samples",
            paramLabel = "TIMINGS",
            description = "How many timings it takes; if left out, as the daemon's settings say.")
    private @Nullable Integer minSamples;

    @Option(names = "--force", description = "Replaces baselines that hardly changed, too.")
    private boolean force;

    @Option(
            names = "--even-if-doubled",
            description = "Replaces baselines however much they changed, without approval.")
    private boolean evenIfDoubled;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().post("/api/v1/baselines/recalculate", question());
        return conversation.show(
                answer,
                BaselineTables.RECALCULATED.in("operations"),
                done -> done.path("operations").valueStream().anyMatch(BaselineRecalculateCommand::isToBeLookedAt));
    }

    private Map<String, @Nullable Object> question() {
        var question = new LinkedHashMap<String, @Nullable Object>();
        question.put("operation", operation);
        question.put("lookbackDays", lookbackDays);
        question.put("minSamples", minSamples);
        question.put("force", evenIfDoubled ? "EVEN_IF_DOUBLED" : force ? "YES" : "NO");
        question.put("by", Person.name());
        return question;
    }

    private static boolean isToBeLookedAt(JsonNode row) {
        return TO_BE_LOOKED_AT.contains(Text.of(row, "reason", ""));
    }
}
