package io.tidemark.bootstrap.console.jobs;

import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import io.tidemark.application.port.JobReader;
import io.tidemark.bootstrap.console.frame.ConsoleSources;
import io.tidemark.bootstrap.console.frame.Page;
import io.tidemark.bootstrap.console.frame.Place;
import io.tidemark.bootstrap.console.frame.Shell;
import java.time.Instant;
import java.util.List;

/** When jobs run, and what became of it. */
public final class JobsPage implements Page {
    private static final int RUNS_DRAWN = 60;
    private static final int RUNS_SHOWN = 20;

    private final Shell shell;
    private final ConsoleSources sources;

    public JobsPage(Shell shell, ConsoleSources sources) {
        this.shell = shell;
        this.sources = sources;
    }

    @Override
    public void register(JavalinDefaultRoutingApi routes) {
        routes.get("/jobs", this::show);
    }

    private void show(Context ctx) {
        Instant now = sources.clock().instant();
        JobReader reader = sources.tidemark().jobs();
        List<JobRow> jobs = reader.jobs().stream()
                .map(job -> JobRow.of(job, reader.runs(job.name(), RUNS_DRAWN), RUNS_SHOWN, now))
                .toList();
        shell.show(ctx, Place.JOBS, "jobs/jobs.jte", JobsView.of(jobs));
    }
}
