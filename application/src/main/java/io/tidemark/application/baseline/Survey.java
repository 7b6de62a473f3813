package io.tidemark.application.baseline;

import io.tidemark.application.baseline.Finding.Course;
import io.tidemark.application.baseline.Finding.Subject;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.baseline.Execution.Status;
import io.tidemark.domain.baseline.Incidents;
import io.tidemark.domain.baseline.LeftOut;
import io.tidemark.domain.baseline.Outcome;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.baseline.Ruling;
import io.tidemark.domain.baseline.Ruling.Reason;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds out what is normal for one scope after the other; stores nothing. */
final class Survey {
    private static final Logger LOG = LoggerFactory.getLogger(Survey.class);
    /** A range ends before its last minute is over; one minute more takes in what was recorded just now. */
    private static final Duration ROUNDING = Duration.ofMinutes(1);

    private final CountingTimings timings;
    private final Function<String, BaselinePolicy> policies;
    private final RecalculationRequest request;
    private final Clock clock;
    private final Instant now;

    Survey(
            CountingTimings timings,
            Function<String, BaselinePolicy> policies,
            RecalculationRequest request,
            Clock clock) {
        this.timings = timings;
        this.policies = policies;
        this.request = request;
        this.clock = clock;
        this.now = clock.instant();
    }

    /** What is known before the first scope is looked at. */
    private record Known(Incidents incidents, AtOnce atOnce, List<Proposal> rejected) {}

    /** The timings of all operations in a range; of none when they could not be read. */
    private record AtOnce(TimeRange range, Map<String, Sketch> whole) {
        Optional<Sketch> of(Scope scope, TimeRange wanted) {
            return scope.branch() == null && wanted.equals(range)
                    ? Optional.ofNullable(whole.get(scope.operation()))
                    : Optional.empty();
        }
    }

    List<Finding> of(List<Subject> subjects, List<Proposal> standing, Duration limit) {
        List<Proposal> rejected = standing.stream().filter(Proposal::isRejected).toList();
        Incidents incidents = timings.incidents(now.minus(longestLookback(subjects)), now);
        try (TimeLimited limited = new TimeLimited(limit)) {
            Known known = new Known(incidents, readAtOnce(subjects, limited), rejected);
            return subjects.stream()
                    .map(subject -> find(subject, known, limited))
                    .toList();
        }
    }

    private Duration longestLookback(List<Subject> subjects) {
        return subjects.stream()
                .map(subject -> policy(subject).lookback())
                .max(Duration::compareTo)
                .orElse(ROUNDING);
    }

    /** All operations at once; when that fails, they are read one by one, so that it fails for one of them only. */
    private AtOnce readAtOnce(List<Subject> subjects, TimeLimited limited) {
        TimeRange range = range(longestLookback(subjects));
        AtOnce nothing = new AtOnce(range, Map.of());
        if (subjects.size() < 2) {
            return nothing;
        }
        try {
            return new AtOnce(range, limited.call(() -> timings.readAll(range)));
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("The timings of all operations cannot be read at once; they are read one by one", e);
            return nothing;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return nothing;
        }
    }

    private Finding find(Subject subject, Known known, TimeLimited limited) {
        Instant start = clock.instant();
        try {
            return limited.call(() -> find(subject, known, start));
        } catch (TimeoutException e) {
            return failed(subject, start, Status.TIMEOUT, "its timings could not be read in time");
        } catch (ExecutionException e) {
            LOG.warn("The baseline of {} could not be recalculated", subject.scope(), e.getCause());
            return failed(
                    subject,
                    start,
                    Status.ERROR,
                    Objects.requireNonNullElse(e.getCause(), e).getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(subject, start, Status.ERROR, "it was interrupted");
        }
    }

    private Finding failed(Subject subject, Instant start, Status status, @Nullable String message) {
        return Finding.failed(subject, new Course(start, clock.instant(), status, message));
    }

    private Finding find(Subject subject, Known known, Instant start) {
        BaselinePolicy policy = policy(subject);
        TimeRange range = range(policy.lookback());
        LeftOut leftOut = known.incidents().of(subject.scope(), now).within(range);
        Sketch counting = read(subject.scope(), range, leftOut, known.atOnce());
        String message = leftOut.isEmpty() ? null : "left out: " + leftOut.text();
        if (counting.count() < policy.minSamples()) {
            Reason reason = reason(counting, leftOut, subject, range);
            return new Finding(
                    subject,
                    Ruling.skipped(reason),
                    null,
                    counting.count(),
                    new Course(start, clock.instant(), Status.SUCCESS, message));
        }
        Baseline found = policy.calculate(subject.scope(), counting, request.origin(now));
        Ruling ruling = ruling(subject, found, policy, known.rejected());
        boolean isStored = ruling.outcome() != Outcome.UNCHANGED && ruling.outcome() != Outcome.SKIPPED;
        return new Finding(
                subject,
                ruling,
                isStored ? found.withRhythm(timings.rhythm(subject.scope(), known.incidents(), now)) : found,
                counting.count(),
                new Course(start, clock.instant(), Status.SUCCESS, message));
    }

    private Sketch read(Scope scope, TimeRange range, LeftOut leftOut, AtOnce atOnce) {
        Optional<Sketch> whole = leftOut.isEmpty() ? atOnce.of(scope, range) : Optional.empty();
        return whole.orElseGet(() -> timings.read(scope, range, leftOut));
    }

    /** Whether there would be enough if nothing were left out. */
    private Reason reason(Sketch counting, LeftOut leftOut, Subject subject, TimeRange range) {
        if (!leftOut.isEmpty()
                && timings.read(subject.scope(), range, LeftOut.NOTHING).count()
                        >= policy(subject).minSamples()) {
            return Reason.LEFT_OUT;
        }
        return counting.isEmpty() ? Reason.NO_TIMINGS : Reason.TOO_FEW_TIMINGS;
    }

    private Ruling ruling(Subject subject, Baseline found, BaselinePolicy policy, List<Proposal> rejected) {
        Ruling ruling = policy.changes().judge(subject.baseline(), found, request.force());
        boolean wasRejected = rejected.stream()
                .map(Proposal::baseline)
                .anyMatch(one ->
                        one.scope().equals(subject.scope()) && policy.changes().isLike(one, found));
        return ruling.outcome() == Outcome.NEEDS_APPROVAL && wasRejected
                ? ruling.keptBecause(Reason.REJECTED_BEFORE)
                : ruling;
    }

    /** The multiplier stays as somebody set it. */
    private BaselinePolicy policy(Subject subject) {
        BaselinePolicy policy = request.adjusted(policies.apply(subject.scope().operation()));
        ActiveBaseline present = subject.present();
        return present == null
                ? policy
                : policy.withMultiplier(present.baseline().multiplier());
    }

    private TimeRange range(Duration lookback) {
        return TimeRange.endingAt(now.plus(ROUNDING), lookback);
    }
}
