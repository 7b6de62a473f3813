package io.tidemark.bootstrap.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

@Command(
        name = "backtest",
        description = "Tries a rule on the stored past: how often would it have fired, and when?",
        footer = {
            "%nExamples:",
            "  tidemark backtest commit",
            "  tidemark backtest commit --multiplier 3 --days 14",
            "  tidemark backtest commit --rule robust --at-most 1",
            "  tidemark backtest --at-most 2"
        })
final class BacktestCommand implements Callable<Integer> {
    private static final int USUAL_DAYS = 30;

    private enum Rule {
        THRESHOLD,
        ROBUST,
        CLASSIC,
        STREAM
    }

    @Parameters(
            arity = "0..1",
            paramLabel = "OPERATION",
            description = "The operation, such as commit; if left out, all of them.")
    private @Nullable String operation;

    @Option(
            names = "--rule",
            paramLabel = "RULE",
            description = "Which rule: ${COMPLETION-CANDIDATES}; if left out, THRESHOLD.")
    private Rule rule = Rule.THRESHOLD;

    @Option(
            names = {"--multiplier", "--setting"},
            paramLabel = "NUMBER",
            description = "The multiplier of the threshold, the cut-off of a score, or the limit of the stream;"
                    + " if left out, what is in force.")
    private @Nullable Double setting;

    @Option(names = "--days", paramLabel = "DAYS", description = "How many days back; if left out, 30.")
    private int days = USUAL_DAYS;

    @Option(
            names = "--at-most",
            paramLabel = "N",
            description = "Also looks for the lowest setting that fires at most so often a week.")
    private @Nullable Integer atMost;

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().post("/api/v1/backtests", question());
        return conversation.show(answer, this::lines);
    }

    private List<String> lines(JsonNode answer) {
        var report = new BacktestReport(answer);
        return operation == null ? report.summary() : report.details();
    }

    private Map<String, @Nullable Object> question() {
        var question = new LinkedHashMap<String, @Nullable Object>();
        question.put("operation", operation);
        question.put("rule", rule.name().toLowerCase(Locale.ROOT));
        question.put("setting", setting);
        question.put("days", days);
        question.put("mostAWeek", atMost);
        return question;
    }
}
