package io.tidemark.bootstrap.console;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.bootstrap.console.alerts.AlertsPage;
import io.tidemark.bootstrap.console.audit.AuditPage;
import io.tidemark.bootstrap.console.baselines.BaselinesPage;
import io.tidemark.bootstrap.console.correlation.CorrelationPage;
import io.tidemark.bootstrap.console.delivery.DeliveryPage;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Page;
import io.tidemark.bootstrap.console.frame.Shell;
import io.tidemark.bootstrap.console.frame.Visitor;
import io.tidemark.bootstrap.console.jobs.JobsPage;
import io.tidemark.bootstrap.console.merges.MergesPage;
import io.tidemark.bootstrap.console.operation.OperationPage;
import io.tidemark.bootstrap.console.overview.OverviewPage;
import io.tidemark.bootstrap.console.quiet.QuietPage;
import io.tidemark.bootstrap.console.settings.SettingsPage;
import io.tidemark.bootstrap.console.traces.TracesPage;
import io.tidemark.domain.alert.Runbook;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The pages that people look at, and what keeps them up to date. */
public final class Console implements AutoCloseable {
    private final Shell shell;
    private final OverviewPage overview;
    private final List<Page> pages;

    /** @param visitors tells who looks at a page */
    public Console(ConsoleSources sources, Function<Context, Visitor> visitors) {
        this.shell = new Shell(visitors);
        this.overview = new OverviewPage(shell, sources);
        this.pages = List.of(
                overview,
                new AlertsPage(shell, sources),
                new OperationPage(shell, sources),
                new MergesPage(shell, sources),
                new TracesPage(shell, sources),
                new CorrelationPage(shell, sources),
                new BaselinesPage(shell, sources),
                new DeliveryPage(shell, sources),
                new QuietPage(shell, sources),
                new JobsPage(shell, sources),
                new AuditPage(shell, sources),
                new SettingsPage(shell, sources));
    }

    /** Adds the pages to a server. */
    public void register(JavalinDefaultRoutingApi routes) {
        pages.forEach(page -> page.register(routes));
        routes.get("/assets/{version}/{name}", shell.assets()::serve);
    }

    /** The page that says that something went wrong. */
    public String problem(String title, String detail) {
        return shell.page("frame/problem.jte", Map.of("title", title, "detail", detail));
    }

    /**
     * The page on which people show a token.
     *
     * @param name the name of the token that they are logged in with, or empty
     * @param target where they go from there
     * @param wrong what was wrong with the token that they have shown, or empty
     * @param first whether there is none yet
     */
    public String login(String name, String target, String wrong, boolean first) {
        return shell.page("frame/login.jte", Map.of("name", name, "target", target, "wrong", wrong, "first", first));
    }

    /**
     * The page on which people take an alert on, by a link that they were sent.
     *
     * @param title what the alert says, or empty
     * @param said what became of it, when it is not open to be taken on
     */
    public String acknowledge(String title, String said, boolean open) {
        return shell.page("frame/acknowledge.jte", Map.of("title", title, "said", said, "open", open));
    }

    /** The page that says what to do about a type of alert. */
    public String runbook(Runbook runbook) {
        return shell.page("frame/runbook.jte", Map.of("runbook", runbook));
    }

    @Override
    public void close() {
        overview.close();
    }
}
