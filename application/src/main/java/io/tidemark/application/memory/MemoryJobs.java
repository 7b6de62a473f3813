package io.tidemark.application.memory;

import io.tidemark.application.port.JobBook;
import io.tidemark.application.port.JobReader;
import io.tidemark.application.port.JobState;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.application.port.Numbered;
import io.tidemark.application.port.ScheduleBook;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobStart;
import io.tidemark.domain.schedule.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps jobs in a map, one thread at a time. */
final class MemoryJobs implements JobBook, ScheduleBook, JobReader {
    private final Map<String, MemoryJob> jobs = new TreeMap<>();
    private final Clock clock;
    private final MemoryAudit audit;
    private final MemorySignals signals;

    MemoryJobs(Clock clock, MemoryAudit audit, MemorySignals signals) {
        this.clock = clock;
        this.audit = audit;
        this.signals = signals;
    }

    @Override
    public synchronized void register(List<Offer> offers, Instant now) {
        for (Offer offer : offers) {
            MemoryJob known = jobs.get(offer.name());
            if (known == null) {
                jobs.put(offer.name(), new MemoryJob(offer, now));
            } else {
                known.register(offer, now);
            }
        }
    }

    @Override
    public synchronized Optional<Claim> claim(JobState seen, JobStart start, @Nullable Instant next, Duration lease) {
        return unchanged(seen).flatMap(job -> job.claim(start, next, clock.instant(), lease));
    }

    @Override
    public synchronized boolean settle(Claim claim, JobRun run) {
        MemoryJob job = jobs.get(claim.job());
        return job != null && job.settle(claim, run);
    }

    @Override
    public synchronized boolean giveBack(Claim claim, JobRun run) {
        MemoryJob job = jobs.get(claim.job());
        return job != null && job.giveBack(claim, run);
    }

    @Override
    public synchronized void plan(JobState seen, @Nullable Instant next) {
        unchanged(seen).ifPresent(job -> job.plan(next));
    }

    @Override
    public boolean change(String job, Schedule schedule, Signature by) {
        return change(job, known -> known.change(schedule, by).ifPresent(audit::append));
    }

    @Override
    public boolean reset(String job, Signature by) {
        return change(job, known -> known.reset(by).ifPresent(audit::append));
    }

    @Override
    public boolean ask(String job, Signature by) {
        return change(job, known -> known.ask(by));
    }

    @Override
    public synchronized List<JobState> jobs() {
        return jobs.values().stream().map(job -> job.state(clock.instant())).toList();
    }

    @Override
    public synchronized List<Numbered<JobRun>> runs(String job, long before, int limit) {
        MemoryJob known = jobs.get(job);
        return known == null ? List.of() : known.runs(before, limit);
    }

    private Optional<MemoryJob> unchanged(JobState seen) {
        return Optional.ofNullable(jobs.get(seen.name())).filter(job -> job.is(seen));
    }

    private boolean change(String name, Consumer<MemoryJob> change) {
        synchronized (this) {
            MemoryJob job = jobs.get(name);
            if (job == null) {
                return false;
            }
            change.accept(job);
        }
        signals.announce(Topic.JOBS);
        return true;
    }
}
