package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import tools.jackson.databind.JsonNode;

@Command(
        name = "list",
        description =
                "Lists the rules in the order in which they are tried; those without a number came with Tidemark.",
        footer = {"%nExamples:", "  tidemark correlate rules list"})
final class CorrelateRulesListCommand implements Callable<Integer> {
    private static final Listing RULES = Listing.of(
            right("ID", 6, rule -> Text.of(rule, "id", "-")),
            left("WHEN", 50, CorrelateRulesListCommand::when),
            left("BOTTLENECK", 30, "bottleneck"),
            left("RECOMMENDATION", 200, "recommendation"));

    @Mixin
    private final Conversation conversation = new Conversation();

    @Override
    public Integer call() {
        var answer = conversation.client().get("/api/v1/correlations/rules");
        return conversation.show(answer, RULES.in("rules"));
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
