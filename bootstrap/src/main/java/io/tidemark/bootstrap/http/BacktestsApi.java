package io.tidemark.bootstrap.http;

import static java.util.Objects.requireNonNullElse;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.backtest.BacktestQuestion;
import io.tidemark.application.backtest.Backtests;
import io.tidemark.application.backtest.UnknownOperationException;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.domain.backtest.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tries rules on the stored past. */
final class BacktestsApi {
    private static final int USUAL_DAYS = 30;

    private final Backtests backtests;
    private final Json json;

    BacktestsApi(Backtests backtests, Json json) {
        this.backtests = backtests;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.post("/api/v1/backtests")
                        .says("Tries a rule on the stored past: when it would have fired.")
                        .takes(Wanted.class)
                        .answers(BacktestBody.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such operation."),
                this::run);
    }

    private void run(Context ctx) {
        BacktestQuestion question = json.read(ctx, Wanted.class).question();
        try {
            List<BacktestBody.OfOperation> operations =
                    backtests.run(question).stream().map(BacktestBody::of).toList();
            ctx.json(new BacktestBody(question.rule().word(), question.days(), operations));
        } catch (UnknownOperationException e) {
            throw ProblemException.notFound(String.valueOf(e.getMessage()));
        }
    }

    /** What is asked for; without an operation, all of them are meant. */
    record Wanted(
            @Nullable String operation,
            @Nullable String rule,
            @Nullable Double setting,
            @Nullable Integer days,
            @Nullable Integer mostAWeek) {

        BacktestQuestion question() {
            return ProblemException.checked(() -> new BacktestQuestion(
                    operation, ruleMeant(), setting, requireNonNullElse(days, USUAL_DAYS), mostAWeek));
        }

        private Rule ruleMeant() {
            String word = requireNonNullElse(rule, Rule.THRESHOLD.word());
            return Arrays.stream(Rule.values())
                    .filter(one -> one.word().equals(word))
                    .findFirst()
                    .orElseThrow(() -> ProblemException.badRequest("rule '%s' must be one of %s"
                            .formatted(
                                    word,
                                    Arrays.stream(Rule.values()).map(Rule::word).collect(Collectors.joining(", ")))));
        }
    }
}
