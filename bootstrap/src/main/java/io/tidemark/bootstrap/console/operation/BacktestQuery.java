package io.tidemark.bootstrap.console.operation;

import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;
import io.tidemark.application.backtest.BacktestQuestion;
import io.tidemark.bootstrap.console.frame.Address;
import io.tidemark.domain.backtest.Rule;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which rule is to be tried on which past.
 *
 * @param operation the operation; anything, even what no operation can be called
 * @param rule which rule
 * @param setting with which setting, or null for the one in force
 * @param days how many days back
 * @param mostAWeek how often it may fire a week, or null when no setting is to be proposed
 */
record BacktestQuery(
        String operation,
        Rule rule,
        @Nullable Double setting,
        int days,
        @Nullable Integer mostAWeek) {
    static final String PATH = "/operations/backtest";

    private static final int USUAL_DAYS = 30;

    static BacktestQuery of(Context ctx) {
        String operation = ctx.queryParam("name");
        if (operation == null) {
            throw new BadRequestResponse("name is missing: the overview at / lists the operations");
        }
        Integer days = number(ctx, "days", Integer::valueOf);
        return new BacktestQuery(
                operation,
                rule(ctx.queryParam("rule")),
                number(ctx, "setting", Double::valueOf),
                days == null ? USUAL_DAYS : days,
                number(ctx, "mostAWeek", Integer::valueOf));
    }

    BacktestQuestion question() {
        try {
            return new BacktestQuestion(operation, rule, setting, days, mostAWeek);
        } catch (IllegalArgumentException e) {
            throw refusal(String.valueOf(e.getMessage()), e);
        }
    }

    /** Where the page of the operation is. */
    Address back() {
        return OperationQuery.of(operation);
    }

    private static Rule rule(@Nullable String word) {
        if (word == null) {
            return Rule.THRESHOLD;
        }
        return Arrays.stream(Rule.values())
                .filter(rule -> rule.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new BadRequestResponse("rule '%s' must be one of %s"
                        .formatted(
                                word,
                                Arrays.stream(Rule.values()).map(Rule::word).collect(Collectors.joining(", ")))));
    }

    /** What is left empty in a form is not said. */
    private static <N extends Number> @Nullable N number(Context ctx, String name, Function<String, N> read) {
        String text = ctx.queryParam(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return read.apply(text.strip());
        } catch (NumberFormatException e) {
            throw refusal("%s '%s' must be a number".formatted(name, text), e);
        }
    }

    private static BadRequestResponse refusal(String detail, Exception cause) {
        BadRequestResponse refusal = new BadRequestResponse(detail);
        refusal.initCause(cause);
        return refusal;
    }
}
