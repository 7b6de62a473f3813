package io.tidemark.bootstrap.console.operation;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Page;
import io.tidemark.bootstrap.console.frame.Place;
import io.tidemark.bootstrap.console.frame.Shell;
import io.tidemark.domain.operation.OperationType;
import java.util.List;
import java.util.Optional;

/** The page of one operation, and that of a rule tried on its past. */
public final class OperationPage implements Page {
    private final Shell shell;
    private final ConsoleSources sources;
    private final Readings readings;

    public OperationPage(Shell shell, ConsoleSources sources) {
        this.shell = shell;
        this.sources = sources;
        this.readings = new Readings(sources);
    }

    @Override
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get(OperationQuery.PATH, this::show);
        routes.get(BacktestQuery.PATH, this::tryOnThePast);
    }

    private void show(Context ctx) {
        OperationQuery query = OperationQuery.of(ctx, sources.clock().instant());
        Optional<OperationType> operation = known(ctx, query.name());
        operation.ifPresent(known -> shell.show(
                ctx,
                Place.OVERVIEW,
                "operation/operation.jte",
                Composition.view(query, known, readings.of(query, known))));
    }

    private void tryOnThePast(Context ctx) {
        BacktestQuery query = BacktestQuery.of(ctx);
        if (known(ctx, query.operation()).isPresent()) {
            BacktestView view = BacktestView.of(
                    query, sources.tidemark().analysis().backtests().run(query.question()));
            shell.show(ctx, Place.OVERVIEW, "operation/backtest.jte", view);
        }
    }

    /** Answers that there is none of that name, and which there are, when it is empty. */
    private Optional<OperationType> known(Context ctx, String name) {
        List<OperationType> all = sources.tidemark().operations().all();
        Optional<OperationType> known =
                all.stream().filter(one -> one.name().equals(name)).findFirst();
        if (known.isEmpty()) {
            ctx.status(HttpStatus.NOT_FOUND);
            shell.show(ctx, Place.OVERVIEW, "operation/unknown.jte", UnknownView.of(name, all));
        }
        return known;
    }
}
