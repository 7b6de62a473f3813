package io.tidemark.application.memory;

import io.tidemark.application.port.JobBook.Claim;
import io.tidemark.application.port.JobBook.Offer;
import io.tidemark.application.port.JobReader;
import io.tidemark.application.port.JobState;
import io.tidemark.application.port.JobState.Running;
import io.tidemark.application.port.JobState.Signature;
import io.tidemark.application.port.JobState.Standing;
import io.tidemark.application.port.JobState.Timetable;
import io.tidemark.application.port.Numbered;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobStart;
import io.tidemark.domain.schedule.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A job; whoever holds it sees to it that one thread at a time touches it. */
final class MemoryJob {
    private final String name;
    private final Deque<Numbered<JobRun>> runs = new ArrayDeque<>();
    private String description;
    private Timetable timetable;
    private @Nullable Instant next;
    private @Nullable Signature asked;
    private @Nullable Lease lease;
    private long revision;
    private long numbers;

    /** Who runs it, and until when nobody else does. */
    private record Lease(Claim claim, Instant until) {}

    MemoryJob(Offer offer, Instant now) {
        name = offer.name();
        description = offer.description();
        timetable = new Timetable(offer.schedule(), offer.schedule(), null);
        next = offer.schedule().next(now).orElse(null);
    }

    void register(Offer offer, Instant now) {
        description = offer.description();
        Signature changed = timetable.changed();
        if (changed != null) {
            timetable = new Timetable(timetable.schedule(), offer.schedule(), changed);
        } else if (!timetable.registered().equals(offer.schedule())) {
            follow(new Timetable(offer.schedule(), offer.schedule(), null), now);
        }
    }

    boolean is(JobState seen) {
        return revision == seen.standing().revision();
    }

    Optional<Claim> claim(JobStart start, @Nullable Instant following, Instant now, Duration time) {
        Lease held = lease;
        if (held != null) {
            if (held.until.isAfter(now)) {
                return Optional.empty();
            }
            keep(JobRun.lost(name, held.claim.start(), start));
        }
        Claim claim = new Claim(name, start, UUID.randomUUID());
        lease = new Lease(claim, now.plus(time));
        asked = start.askedBy() == null ? asked : null;
        next = following;
        revision++;
        return Optional.of(claim);
    }

    boolean settle(Claim claim, JobRun run) {
        if (lease == null || !lease.claim.equals(claim)) {
            return false;
        }
        lease = null;
        keep(run);
        revision++;
        return true;
    }

    boolean giveBack(Claim claim, JobRun run) {
        boolean given = settle(claim, run);
        JobStart start = claim.start();
        if (given && start.askedBy() != null) {
            asked = asked == null ? new Signature(start.askedBy(), start.due()) : asked;
        } else if (given && next != null && start.due().isBefore(next)) {
            next = start.due();
        }
        return given;
    }

    void plan(@Nullable Instant time) {
        next = time;
        revision++;
    }

    /** What the audit is told. */
    Optional<AuditEntry> change(Schedule schedule, Signature by) {
        Schedule before = timetable.schedule();
        follow(new Timetable(schedule, timetable.registered(), by), by.at());
        return schedule.changed(name, before, by.by(), by.at());
    }

    /** What the audit is told. */
    Optional<AuditEntry> reset(Signature by) {
        Schedule before = timetable.schedule();
        follow(new Timetable(timetable.registered(), timetable.registered(), null), by.at());
        return timetable.registered().changed(name, before, by.by(), by.at());
    }

    void ask(Signature by) {
        asked = asked == null ? by : asked;
        revision++;
    }

    JobState state(Instant now) {
        Running running = lease == null ? null : new Running(lease.claim.start(), !lease.until.isAfter(now));
        Numbered<JobRun> last = runs.peekFirst();
        return new JobState(
                name,
                description,
                timetable,
                new Standing(revision, next, asked, running),
                last == null ? null : last.value());
    }

    List<Numbered<JobRun>> runs(long before, int limit) {
        return runs.stream().filter(run -> run.number() < before).limit(limit).toList();
    }

    private void follow(Timetable other, Instant now) {
        timetable = other;
        plan(other.schedule().next(now).orElse(null));
    }

    private void keep(JobRun run) {
        runs.addFirst(new Numbered<>(++numbers, run));
        if (runs.size() > JobReader.KEPT_RUNS) {
            runs.removeLast();
        }
    }
}
