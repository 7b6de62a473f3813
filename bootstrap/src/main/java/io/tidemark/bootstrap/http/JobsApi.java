package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.tidemark.application.Tidemark;
import io.tidemark.application.port.JobReader;
import io.tidemark.application.port.JobState;
import io.tidemark.application.port.Numbered;
import io.tidemark.application.port.ScheduleBook;
import io.tidemark.bootstrap.http.JobJson.RunJson;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Parameter;
import io.tidemark.domain.schedule.Cron;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.Schedule;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which jobs there are, when they run and what became of it; changes when they run, and asks for a run. */
final class JobsApi {
    private static final String ONE = "/api/v1/jobs/{name}";
    private static final Parameter<String> NAME = Parameter.needed("name", "The name of the job.");
    private static final Parameter<Integer> LIMIT =
            Parameter.number("limit", "How many at most.", 20, JobReader.KEPT_RUNS);

    private final JobReader reader;
    private final ScheduleBook schedules;
    private final Clock clock;
    private final Json json;

    JobsApi(Tidemark tidemark, Clock clock, Json json) {
        this.reader = tidemark.jobs();
        this.schedules = tidemark.schedules();
        this.clock = clock;
        this.json = json;
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/jobs")
                        .says("Lists the jobs and when they run.")
                        .answers(JobsJson.class),
                this::list);
        calls.add(
                of(Call.get(ONE + "/runs"))
                        .says("Lists what became of the runs of a job, the latest first.")
                        .query(LIMIT, Cursor.NUMBER)
                        .answers(RunsJson.class),
                this::runs);
        calls.add(
                of(Call.post(ONE + "/runs"))
                        .says("Asks for a run as soon as some daemon can.")
                        .takes(Asked.class)
                        .answers(HttpStatus.ACCEPTED, JobJson.class),
                this::ask);
        calls.add(
                of(Call.put(ONE + "/schedule"))
                        .says("Changes when a job runs; what is left out stays as it is.")
                        .takes(Change.class)
                        .answers(JobJson.class),
                this::change);
        calls.add(
                of(Call.delete(ONE + "/schedule"))
                        .says("Lets a job run again when the settings say.")
                        .query(Query.BY)
                        .answers(JobJson.class),
                this::reset);
    }

    private static Call of(Call call) {
        return call.at(NAME).refuses(HttpStatus.NOT_FOUND, "There is no such job.");
    }

    private void list(Context ctx) {
        ctx.json(new JobsJson(reader.jobs().stream()
                .map(job -> JobJson.of(job, clock.instant()))
                .toList()));
    }

    private void runs(Context ctx) {
        Query query = Query.of(ctx);
        int limit = query.get(LIMIT);
        String name = job(ctx).name();
        Page<Numbered<JobRun>> page = Page.of(
                reader.runs(name, query.get(Cursor.NUMBER), limit + 1), limit, run -> Cursor.after(run.number()));
        ctx.json(new RunsJson(name, page.as(run -> RunJson.of(run.value())), page.next()));
    }

    private void ask(Context ctx) {
        Asked asked = json.read(ctx, Asked.class);
        JobState job = job(ctx);
        schedules.ask(job.name(), Caller.signature(ctx, asked.by(), clock));
        ctx.status(HttpStatus.ACCEPTED);
        show(ctx);
    }

    private void change(Context ctx) {
        Change change = json.read(ctx, Change.class);
        JobState job = job(ctx);
        schedules.change(
                job.name(), change.apply(job.timetable().schedule()), Caller.signature(ctx, change.by(), clock));
        show(ctx);
    }

    private void reset(Context ctx) {
        schedules.reset(job(ctx).name(), Caller.signature(ctx, Query.of(ctx).get(Query.BY), clock));
        show(ctx);
    }

    private void show(Context ctx) {
        ctx.json(JobJson.of(job(ctx), clock.instant()));
    }

    private JobState job(Context ctx) {
        String name = ctx.pathParam("name");
        List<JobState> jobs = reader.jobs();
        return jobs.stream()
                .filter(job -> job.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        HttpStatus.NOT_FOUND,
                        "there is no job '%s': there are %s"
                                .formatted(
                                        name, jobs.stream().map(JobState::name).collect(Collectors.joining(", ")))));
    }

    /** Who asks for a run. */
    record Asked(@Nullable String by) {}

    /** What is to be changed; what is left out stays as it is. */
    record Change(
            @Nullable String cron,
            @Nullable String timeZone,
            @Nullable Boolean enabled,
            @Nullable String by) {
        Schedule apply(Schedule before) {
            if (cron == null && timeZone == null && enabled == null) {
                throw ProblemException.badRequest("say what to change: cron, timeZone, enabled or several of them");
            }
            try {
                return new Schedule(
                        cron == null ? before.cron() : Cron.parse(cron),
                        timeZone == null ? before.zone() : Schedule.zone(timeZone),
                        enabled == null ? before.enabled() : enabled);
            } catch (IllegalArgumentException e) {
                throw ProblemException.badRequest(String.valueOf(e.getMessage()));
            }
        }
    }

    record JobsJson(List<JobJson> jobs) {}

    record RunsJson(
            String job, List<RunJson> runs, @Nullable String next) {}
}
