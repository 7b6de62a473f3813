package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.port.BottleneckBook;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.correlation.Advice;
import io.tidemark.domain.correlation.BottleneckRule;
import io.tidemark.domain.correlation.BottleneckRule.Extent;
import io.tidemark.domain.correlation.BottleneckTable;
import io.tidemark.domain.operation.Category;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table that says what operations share when they get slow together. */
final class BottlenecksApi {
    private static final String PATH = "/api/v1/correlations/rules";

    private final BottleneckBook book;
    private final Json json;

    BottlenecksApi(BottleneckBook book, Json json) {
        this.book = book;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.get(PATH)
                        .says("Lists the rules that say what operations share, in the order in which they are tried.")
                        .answers(RulesJson.class),
                this::list);
        calls.add(
                Call.post(PATH)
                        .says("Adds a rule; it goes before those of the product.")
                        .takes(Wanted.class, "bottleneck", "recommendation")
                        .answers(HttpStatus.CREATED, RuleJson.class),
                this::add);
        calls.add(
                Call.delete(PATH + "/{id}")
                        .says("Removes a rule that somebody added.")
                        .at(Parameter.id("id", "The number of the rule."))
                        .answers(RuleJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such rule that somebody added."),
                this::remove);
    }

    private void list(Context ctx) {
        ctx.json(new RulesJson(BottleneckTable.with(book.rules()).rules().stream()
                .map(RuleJson::of)
                .toList()));
    }

    private void add(Context ctx) {
        Wanted wanted = json.read(ctx, Wanted.class);
        BottleneckRule rule = ProblemException.checked(wanted::rule);
        ctx.status(HttpStatus.CREATED).json(RuleJson.of(book.add(rule)));
    }

    private void remove(Context ctx) {
        String id = ctx.pathParam("id");
        BottleneckRule removed = Optional.of(id)
                .filter(text -> text.matches("[0-9]{1,18}"))
                .flatMap(number -> book.remove(Long.parseLong(number)))
                .orElseThrow(() -> ProblemException.notFound(
                        "there is no rule %s that somebody added: GET %s lists them all".formatted(id, PATH)));
        ctx.json(RuleJson.of(removed));
    }

    /** What is to be added; it must fit all of the operations unless something else is said. */
    record Wanted(
            @Nullable String fits,
            @Nullable List<String> categories,
            @Nullable List<String> operations,
            @Nullable String bottleneck,
            @Nullable String recommendation) {

        BottleneckRule rule() {
            if (bottleneck == null || recommendation == null) {
                throw ProblemException.badRequest("name the bottleneck, and give a recommendation");
            }
            return new BottleneckRule(
                    null,
                    extent(),
                    requireNonNullElse(categories, List.<String>of()).stream()
                            .map(Category::of)
                            .collect(Collectors.toSet()),
                    requireNonNullElse(operations, List.<String>of()),
                    new Advice(bottleneck, recommendation));
        }

        private Extent extent() {
            return switch (requireNonNullElse(fits, "all")) {
                case "all" -> Extent.ALL;
                case "any" -> Extent.ANY;
                default ->
                    throw ProblemException.badRequest(
                            "fits '%s' must be all or any: how many of the operations the rule is about"
                                    .formatted(fits));
            };
        }
    }

    record RulesJson(List<RuleJson> rules) {}

    record RuleJson(
            @Nullable Long id,
            String fits,
            List<String> categories,
            List<String> operations,
            String bottleneck,
            String recommendation) {

        static RuleJson of(BottleneckRule rule) {
            return new RuleJson(
                    rule.id(),
                    rule.extent().name().toLowerCase(Locale.ROOT),
                    rule.categories().stream().sorted().map(Category::word).toList(),
                    rule.operations(),
                    rule.advice().bottleneck(),
                    rule.advice().recommendation());
        }
    }
}
