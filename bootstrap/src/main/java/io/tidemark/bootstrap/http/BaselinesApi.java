package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.baseline.BaselineDesk;
import io.tidemark.application.baseline.Baselines;
import io.tidemark.application.baseline.Recalculated;
import io.tidemark.application.baseline.RecalculationRequest;
import io.tidemark.application.baseline.RecalculationRequest.Asked;
import io.tidemark.bootstrap.http.BaselineJson.Active;
import io.tidemark.bootstrap.http.BaselineJson.Change;
import io.tidemark.bootstrap.http.BaselineJson.Created;
import io.tidemark.bootstrap.http.BaselineJson.Health;
import io.tidemark.bootstrap.http.BaselineJson.Row;
import io.tidemark.bootstrap.http.BaselineJson.Run;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.BaselineChange;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.Force;
import io.tidemark.domain.baseline.TooFewSamplesException;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes baselines, and shows how they are and how they came about. */
final class BaselinesApi {
    static final String BY = "api";

    private static final int MAX_LOOKBACK_DAYS = 400;
    private static final Parameter<@Nullable String> OPERATION =
            Parameter.text("operation", "Only those of this operation and its branches.");
    private static final Parameter<Integer> LIMIT = Parameter.number("limit", "How many at most.", 100, 10_000);

    private final BaselineDesk desk;
    private final Json json;

    BaselinesApi(BaselineDesk desk, Json json) {
        this.desk = desk;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/baselines")
                        .says("Lists the active baselines.")
                        .answers(ListJson.class),
                this::list);
        calls.add(
                Call.post("/api/v1/baselines")
                        .says("Calculates a baseline, which takes the place of the one before.")
                        .takes(Wanted.class, "operation")
                        .answers(HttpStatus.CREATED, Created.class)
                        .refuses(HttpStatus.UNPROCESSABLE_CONTENT, "There are too few timings."),
                this::create);
        calls.add(
                Call.post("/api/v1/baselines/recalculate")
                        .says("Calculates baselines as every night: what differs very much waits for a decision.")
                        .takes(WantedAnew.class)
                        .answers(RowsJson.class)
                        .refuses(HttpStatus.NOT_FOUND, "There is no such tracked operation."),
                this::recalculate);
        calls.add(
                Call.get("/api/v1/baselines/history")
                        .says("Lists how baselines changed, the latest change first.")
                        .query(OPERATION, LIMIT, Cursor.NUMBER)
                        .answers(ChangesJson.class),
                this::history);
        calls.add(
                Call.get("/api/v1/baselines/executions")
                        .says("Lists what was recalculated, the latest first.")
                        .query(LIMIT)
                        .answers(RunsJson.class),
                this::executions);
        calls.add(
                Call.get("/api/v1/baselines/health")
                        .says("Tells how far the baselines can be trusted.")
                        .answers(Health.class),
                this::health);
    }

    private void list(Context ctx) {
        ctx.json(new ListJson(
                desk.views().standing().list().stream().map(Active::of).toList()));
    }

    private void create(Context ctx) {
        Wanted wanted = json.read(ctx, Wanted.class);
        ActiveBaseline active =
                enough(() -> desk.baselines().calculate(wanted.scope(), wanted.policy(desk.baselines()), BY));
        ctx.status(HttpStatus.CREATED).json(Created.of(active, "CREATED"));
    }

    private void recalculate(Context ctx) {
        WantedAnew wanted = json.read(ctx, WantedAnew.class);
        List<Recalculated> rows = desk.recalculation().run(wanted.request());
        if (rows.isEmpty()) {
            throw ProblemException.notFound(
                    "there is no tracked operation '%s': GET /api/v1/catalogue lists those there are"
                            .formatted(wanted.operation()));
        }
        ctx.json(new RowsJson(rows.stream().map(Row::of).toList()));
    }

    private void history(Context ctx) {
        Query query = Query.of(ctx);
        int limit = query.get(LIMIT);
        List<BaselineChange> found = desk.views()
                .storage()
                .baselineHistory()
                .changes(query.get(OPERATION), query.get(Cursor.NUMBER), limit + 1);
        Page<BaselineChange> page =
                Page.of(found, limit, change -> Cursor.after(change.after().baselineId()));
        ctx.json(new ChangesJson(page.as(Change::of), page.next()));
    }

    private void executions(Context ctx) {
        int limit = Query.of(ctx).get(LIMIT);
        ctx.json(new RunsJson(desk.views().storage().executions().latest(limit).stream()
                .map(Run::of)
                .toList()));
    }

    private void health(Context ctx) {
        ctx.json(Health.of(desk.views().standing().health()));
    }

    /** Too few timings are a problem of the request. */
    static ActiveBaseline enough(Supplier<ActiveBaseline> calculation) {
        try {
            return calculation.get();
        } catch (TooFewSamplesException e) {
            throw new ProblemException(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
        }
    }

    private static @Nullable Duration lookback(@Nullable Integer days) {
        if (days == null) {
            return null;
        }
        if (days < 1 || days > MAX_LOOKBACK_DAYS) {
            throw ProblemException.badRequest(
                    "lookbackDays %d must be from 1 to %d".formatted(days, MAX_LOOKBACK_DAYS));
        }
        return Duration.ofDays(days);
    }

    record ListJson(List<Active> baselines) {}

    record RowsJson(List<Row> operations) {}

    record ChangesJson(List<Change> changes, @Nullable String next) {}

    record RunsJson(List<Run> executions) {}

    /** What is asked for; the policy of the operation fills in what is left out. */
    record Wanted(
            @Nullable String operation,
            @Nullable String branch,
            @Nullable Integer lookbackDays,
            @Nullable Double multiplier) {

        Scope scope() {
            if (operation == null) {
                throw ProblemException.badRequest("operation is missing: name the operation to calculate");
            }
            return ProblemException.checked(() -> new Scope(operation, branch));
        }

        BaselinePolicy policy(Baselines baselines) {
            BaselinePolicy policy = baselines.policy(scope().operation());
            Duration lookback = lookback(lookbackDays);
            BaselinePolicy lookingBack = lookback == null ? policy : policy.withLookback(lookback);
            return multiplier == null
                    ? lookingBack
                    : ProblemException.checked(() -> lookingBack.withMultiplier(multiplier));
        }
    }

    /** What is to be recalculated: all operations, as the policy says, where nothing is given. */
    record WantedAnew(
            @Nullable String operation,
            @Nullable Integer lookbackDays,
            @Nullable Integer minSamples,
            @Nullable Force force,
            @Nullable String by) {

        RecalculationRequest request() {
            Force wanted = force == null ? Force.NO : force;
            Reason reason = wanted == Force.NO ? Reason.MANUAL : Reason.FORCED;
            Duration lookback = lookback(lookbackDays);
            return ProblemException.checked(() -> new RecalculationRequest(
                    operation, lookback, minSamples, wanted, new Asked(reason, by == null ? BY : by)));
        }
    }
}
