package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.Tidemark;
import io.tidemark.application.port.DetectionRuleBook;
import io.tidemark.application.port.OperationReader;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.anomaly.Cutoffs;
import io.tidemark.domain.anomaly.Kind;
import io.tidemark.domain.anomaly.OperationRule;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How single operations are looked at. */
final class DetectionRulesApi {
    private static final String PATH = "/api/v1/detection-rules";
    private static final Parameter<String> OPERATION =
            Parameter.needed("operation", "The name of the operation, encoded.");

    private final DetectionRuleBook book;
    private final OperationReader operations;
    private final Clock clock;
    private final Json json;

    DetectionRulesApi(Tidemark tidemark, Clock clock, Json json) {
        this.book = tidemark.analysis().detectionRules();
        this.operations = tidemark.operations();
        this.clock = clock;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.get(PATH)
                        .says("Lists the operations with thresholds of their own.")
                        .answers(RulesJson.class),
                this::list);
        calls.add(
                Call.put(PATH + "/{operation}")
                        .says("Gives an operation thresholds of its own.")
                        .at(OPERATION)
                        .takes(Wanted.class)
                        .answers(RuleJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such operation."),
                this::set);
        calls.add(
                Call.delete(PATH + "/{operation}")
                        .says("Lets an operation be looked at like the others again.")
                        .at(OPERATION)
                        .query(Query.BY)
                        .answers(ResetJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "It has no thresholds of its own."),
                this::reset);
    }

    private void list(Context ctx) {
        ctx.json(new RulesJson(book.rules().stream().map(RuleJson::of).toList()));
    }

    private void set(Context ctx) {
        Wanted wanted = json.read(ctx, Wanted.class);
        OperationRule rule = ProblemException.checked(() -> wanted.rule(ctx.pathParam("operation")));
        if (operations.all().stream().noneMatch(one -> one.name().equals(rule.operation()))) {
            throw ProblemException.notFound(
                    "there is no operation '%s': it becomes known with its first timing".formatted(rule.operation()));
        }
        book.set(rule, Caller.signature(ctx, wanted.by(), clock));
        ctx.json(RuleJson.of(rule));
    }

    private void reset(Context ctx) {
        String operation = ctx.pathParam("operation");
        if (!book.reset(operation, Caller.signature(ctx, Query.of(ctx).get(Query.BY), clock))) {
            throw ProblemException.notFound(
                    "'%s' has no thresholds of its own: GET %s lists those that have".formatted(operation, PATH));
        }
        ctx.json(new ResetJson(operation));
    }

    /** What is to hold for the operation; what is left out is as it is without a rule. */
    record Wanted(
            @Nullable Double warning,
            @Nullable Double critical,
            @Nullable List<String> alerting,
            @Nullable String by) {

        OperationRule rule(String operation) {
            double least = requireNonNullElse(warning, Cutoffs.DEFAULT.warning());
            double most = requireNonNullElse(critical, Math.max(Cutoffs.DEFAULT.critical(), least));
            return new OperationRule(
                    operation,
                    new Cutoffs(least, most),
                    requireNonNullElse(alerting, List.<String>of()).stream()
                            .map(Wanted::kind)
                            .collect(Collectors.toSet()));
        }

        private static Kind kind(String word) {
            return Stream.of(Kind.values())
                    .filter(kind -> kind != Kind.NORMAL && kind.word().equals(word.toLowerCase(Locale.ROOT)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(
                            "kind '%s' must be one of %s".formatted(word, words(List.of(Kind.values())))));
        }

        private static String words(Collection<Kind> kinds) {
            return kinds.stream()
                    .filter(kind -> kind != Kind.NORMAL)
                    .map(Kind::word)
                    .collect(Collectors.joining(", "));
        }
    }

    record RulesJson(List<RuleJson> rules) {}

    record RuleJson(String operation, double warning, double critical, List<String> alerting) {
        static RuleJson of(OperationRule rule) {
            return new RuleJson(
                    rule.operation(),
                    rule.cutoffs().warning(),
                    rule.cutoffs().critical(),
                    rule.alerting().stream().map(Kind::word).sorted().toList());
        }
    }

    record ResetJson(String reset) {}
}
