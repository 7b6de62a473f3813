package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.JobMapper.Offered;
import io.tidemark.application.port.JobBook;
import io.tidemark.application.port.JobReader;
import io.tidemark.application.port.JobState;
import io.tidemark.application.port.JobState.Running;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.application.port.JobState.Timetable;
import io.tidemark.application.port.Numbered;
import io.tidemark.application.port.ScheduleBook;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobStart;
import io.tidemark.domain.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** A row for each job; a claim is a lease on it, won by whoever changes the row that was read. */
final class PostgresJobs implements JobBook, ScheduleBook, JobReader {
    private final Database database;

    PostgresJobs(Database database) {
        this.database = database;
    }

    @Override
    public void register(List<Offer> jobs, Instant now) {
        // In one order for all nodes: else two that start at once could wait for each other.
        List<Offered> offers = jobs.stream()
                .sorted(Comparator.comparing(Offer::name))
                .map(offer -> new Offered(
                        offer.name(),
                        offer.description(),
                        offer.schedule(),
                        offer.schedule().next(now).orElse(null)))
                .toList();
        if (!offers.isEmpty()) {
            database.tell(JobMapper.class, mapper -> mapper.register(offers));
        }
    }

    @Override
    public Optional<Claim> claim(JobState seen, JobStart start, @Nullable Instant next, Duration lease) {
        return database.transact(session -> {
            JobMapper mapper = session.getMapper(JobMapper.class);
            Optional<Claim> won = mapper.claim(seen, start, next, lease);
            // What was read is what is there, as the claim was won: nothing else has happened to the job.
            Running before = seen.standing().running();
            if (won.isPresent() && before != null) {
                mapper.record(JobRun.lost(seen.name(), before.start(), start));
            }
            return won;
        });
    }

    @Override
    public boolean settle(Claim claim, JobRun run) {
        return release(claim, run, false);
    }

    @Override
    public boolean giveBack(Claim claim, JobRun run) {
        return release(claim, run, true);
    }

    @Override
    public void plan(JobState seen, @Nullable Instant next) {
        database.tell(JobMapper.class, mapper -> mapper.plan(seen, next));
    }

    @Override
    public boolean change(String job, Schedule schedule, Signature by) {
        return follow(job, held -> new Timetable(schedule, held.registered(), by), by);
    }

    @Override
    public boolean reset(String job, Signature by) {
        return follow(job, held -> new Timetable(held.registered(), held.registered(), null), by);
    }

    @Override
    public boolean ask(String job, Signature by) {
        return announced(session -> session.getMapper(JobMapper.class).ask(job, by));
    }

    @Override
    public List<JobState> jobs() {
        return database.ask(JobMapper.class, JobMapper::all);
    }

    @Override
    public List<Numbered<JobRun>> runs(String job, long before, int limit) {
        return database.ask(JobMapper.class, mapper -> mapper.runs(job, before, limit)).stream()
                .map(kept -> new Numbered<>(kept.id(), kept.run()))
                .toList();
    }

    private boolean release(Claim claim, JobRun run, boolean again) {
        return database.transact(session -> {
            JobMapper mapper = session.getMapper(JobMapper.class);
            boolean released = mapper.release(claim, again) == 1;
            if (released) {
                mapper.record(run);
                mapper.forgetRuns(run.job(), KEPT_RUNS);
            }
            return released;
        });
    }

    private boolean follow(String job, UnaryOperator<Timetable> change, Signature by) {
        return announced(session -> {
            JobMapper mapper = session.getMapper(JobMapper.class);
            Optional<Timetable> held = mapper.held(job);
            held.ifPresent(before -> {
                Timetable after = change.apply(before);
                Schedule schedule = after.schedule();
                mapper.change(
                        job, schedule, after.changed(), schedule.next(by.at()).orElse(null));
                schedule.changed(job, before.schedule(), by.by(), by.at())
                        .ifPresent(entry -> session.getMapper(AuditMapper.class).append(entry));
            });
            return held.isPresent() ? 1 : 0;
        });
    }

    private boolean announced(ToIntFunction<SqlSession> change) {
        return database.transact(session -> change.applyAsInt(session) == 1
                && session.getMapper(ServerMapper.class).announce(Channel.word(Topic.JOBS)));
    }
}
