package io.tidemark.bootstrap.demo;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens in the simulated pgGit: log-normal durations with a daily rhythm, and incidents at fixed times. The same
 * seed and the same start tell the same story.
 */
final class DemoStory {
    /** How long the story has gone on when somebody looks at it for the first time. */
    static final Duration PAST = Duration.ofHours(6);

    private static final List<DemoOperation> OPERATIONS = List.of(
            new DemoOperation("commit", 4_000, 0.22, 40),
            new DemoOperation("commit_diff", 9_000, 0.30, 18),
            new DemoOperation("commit_lookup", 700, 0.25, 60),
            new DemoOperation("branch_create", 2_100, 0.28, 6),
            new DemoOperation("branch_list", 900, 0.20, 30),
            new DemoOperation("merge_branches", 72_000, 0.16, 5),
            new DemoOperation("merge_conflict_detect", 31_000, 0.18, 5),
            new DemoOperation("get_history", 21_000, 0.35, 24),
            new DemoOperation("get_diff", 14_000, 0.30, 20),
            new DemoOperation("blame_object", 38_000, 0.25, 4),
            new DemoOperation("rollback_commit", 90_000, 0.40, 2),
            new DemoOperation("schema_snapshot", 55_000, 0.20, 3));
    private static final List<String> USERS = List.of("ada", "grace", "edsger", "barbara");
    private static final List<String> BRANCHES = List.of("main", "main", "main", "release", "feature/search");
    private static final double RHYTHM = 0.15;

    private final Instant start;
    private final List<Incident> incidents;
    private final SplittableRandom random;

    /** Some runs of an operation take longer for a while. */
    private record Incident(String operation, TimeRange when, double factor, double share) {
        boolean hits(String name, Instant instant) {
            return operation.equals(name) && when.contains(instant);
        }
    }

    DemoStory(Instant start, long seed) {
        this.start = start;
        this.random = new SplittableRandom(seed);
        this.incidents = incidents(start);
    }

    List<String> operations() {
        return OPERATIONS.stream().map(DemoOperation::name).toList();
    }

    /** What happened in the hours before the start. */
    TimeRange past() {
        return TimeRange.endingAt(start, PAST);
    }

    /** The timings that end in a range. */
    List<Timing> timings(TimeRange range) {
        List<Timing> timings = new ArrayList<>();
        double minutes = Duration.between(range.from(), range.to()).toMillis() / 60_000.0;
        for (DemoOperation operation : OPERATIONS) {
            for (int i = runs(operation.perMinute() * minutes); i > 0; i--) {
                timings.add(timing(operation, instantIn(range)));
            }
        }
        return timings;
    }

    private static List<Incident> incidents(Instant start) {
        List<Incident> incidents = new ArrayList<>();
        incidents.add(incident("merge_branches", start.minus(95, ChronoUnit.MINUTES), 90, 2.6, 0.8));
        incidents.add(incident("get_diff", start.minus(250, ChronoUnit.MINUTES), 60, 2.2, 0.5));
        for (int round = 0; round < 24; round++) {
            Instant from = start.plus(round * 10L, ChronoUnit.MINUTES);
            incidents.add(incident("commit", from.plusSeconds(8), 60, 4.5, 0.5));
            incidents.add(incident("get_history", from.plusSeconds(200), 40, 5.5, 0.30));
            incidents.add(incident("merge_branches", from.plusSeconds(400), 60, 2.8, 0.7));
        }
        return List.copyOf(incidents);
    }

    private static Incident incident(String operation, Instant from, int seconds, double factor, double share) {
        return new Incident(operation, new TimeRange(from, from.plusSeconds(seconds)), factor, share);
    }

    private Timing timing(DemoOperation operation, Instant end) {
        double micros = operation.medianMicros()
                * Math.exp(operation.spread() * gaussian())
                * rhythm(end)
                * trouble(operation.name(), end);
        Context context = Context.of(pick(USERS)).onBranch(pick(BRANCHES));
        return new Timing(operation.name(), Math.max(1, Math.round(micros)), end, context);
    }

    /** Slowest in the early afternoon (UTC), quickest at night. */
    private static double rhythm(Instant instant) {
        double day = LocalTime.ofInstant(instant, ZoneOffset.UTC).toSecondOfDay() / 86_400.0;
        return 1 + RHYTHM * Math.sin(2 * Math.PI * (day - 0.33));
    }

    private double trouble(String operation, Instant instant) {
        for (Incident incident : incidents) {
            if (incident.hits(operation, instant) && random.nextDouble() < incident.share()) {
                return incident.factor();
            }
        }
        return 1;
    }

    /** The whole runs, and one more by chance for the fraction. */
    private int runs(double expected) {
        int whole = (int) expected;
        return whole + (random.nextDouble() < expected - whole ? 1 : 0);
    }

    private Instant instantIn(TimeRange range) {
        long micros = ChronoUnit.MICROS.between(range.from(), range.to());
        return range.from().plus(random.nextLong(micros), ChronoUnit.MICROS);
    }

    /** By Box and Muller: a sum of uniform values would have no tails. */
    private double gaussian() {
        double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
        return radius * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private String pick(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
