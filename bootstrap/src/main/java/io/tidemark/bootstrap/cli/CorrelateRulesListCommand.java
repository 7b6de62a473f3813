package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Table.Column.left;
import static io.tidemark.bootstrap.cli.Table.Column.right;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description =
                "Lists the rules in the order in which they are tried; those without a number came with Tidemark.",
        footer = {"%nExamples:", "  tidemark correlate rules list"})
final class CorrelateRulesListCommand implements Callable<Integer> {
    @Option(names = "--json", description = "Prints the daemon's answer.")
    private boolean json;

    @Mixin
    private final DaemonOptions daemon = new DaemonOptions();

    @Mixin
    private final Output output = new Output();

    @Override
    public Integer call() {
        var answer = daemon.client().get("/api/v1/correlations/rules");
        if (json) {
            output.out().println(answer.toPrettyString());
        } else {
            lines(answer.path("rules")).forEach(output.out()::println);
        }
        return ExitCode.FINE;
    }

    private static List<String> lines(JsonNode rules) {
        var table = new Table(right("ID", 6), left("WHEN", 50), left("BOTTLENECK", 30), left("RECOMMENDATION", 200));
        for (var rule : rules) {
            table.row(
                    Text.of(rule, "id", "-"),
                    when(rule),
                    Text.of(rule, "bottleneck", "?"),
                    Text.of(rule, "recommendation", "?"));
        }
        return table.lines();
    }

    /** Such as "all are of branch or commit", "any is import_*". */
    static String when(JsonNode rule) {
        var names = new ArrayList<String>();
        rule.path("categories").forEach(category -> names.add("of " + category.asString("?")));
        rule.path("operations").forEach(operation -> names.add(operation.asString("?")));
        if (names.isEmpty()) {
            return "always";
        }
        var are = Text.of(rule, "fits", "all").equals("any") ? "any is " : "all are ";
        return Text.printable(are + String.join(" or ", names));
    }
}
