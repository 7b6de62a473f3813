package io.tidemark.bootstrap.console.baselines;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.baseline.BaselineDesk;
import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Page;
import io.tidemark.bootstrap.console.frame.Place;
import io.tidemark.bootstrap.console.frame.Shell;
import io.tidemark.domain.baseline.BaselineChange;
import io.tidemark.domain.baseline.BaselineHealth;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How far the baselines can be trusted, and what waits for a word. */
public final class BaselinesPage implements Page {
    private static final int EXECUTIONS = 50;
    private static final int CHANGES = 2_000;

    private final Shell shell;
    private final ConsoleSources sources;

    public BaselinesPage(Shell shell, ConsoleSources sources) {
        this.shell = shell;
        this.sources = sources;
    }

    @Override
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/baselines", this::show);
    }

    private void show(Context ctx) {
        BaselineDesk desk = sources.tidemark().analysis().baselines();
        Instant now = sources.clock().instant();
        BaselineHealth health = desk.views().standing().health();
        List<Comparison> waiting = desk.approvals().pending().stream()
                .map(proposal -> Comparison.of(proposal, now))
                .toList();
        Map<Scope, List<BaselineChange>> changes =
                desk.views().storage().baselineHistory().changes(null, CHANGES).stream()
                        .collect(Collectors.groupingBy(BaselineChange::scope));
        List<BaselineRow> rows = health.baselines().stream()
                .limit(BaselinesView.MOST_SHOWN)
                .map(one -> BaselineRow.of(
                        one,
                        SparkView.ofCourse(
                                "p99 over its changes",
                                p99s(changes, one.active().baseline().scope())),
                        now))
                .toList();
        List<ExecutionRow> executions = desk.views().storage().executions().latest(EXECUTIONS).stream()
                .map(execution -> ExecutionRow.of(execution, now))
                .toList();
        shell.show(
                ctx,
                Place.BASELINES,
                "baselines/baselines.jte",
                new BaselinesView(BaselinesView.headline(health, waiting.size()), health, waiting, rows, executions));
    }

    /** Oldest first. */
    private static List<Double> p99s(Map<Scope, List<BaselineChange>> changes, Scope scope) {
        List<Double> values = new ArrayList<>();
        changes.getOrDefault(scope, List.of())
                .forEach(change -> values.add(change.after().p99Micros()));
        Collections.reverse(values);
        return values;
    }
}
