package io.tidemark.bootstrap.demo;

import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What happens in the simulated pgGit: log-normal durations with the rhythm of days and weeks, and the incidents of the
 * {@link Script}. The same seed tells the same past; the same seed and the same beginning tell the same story.
 */
final class DemoStory {
    /** The story is told in pieces of this length, each by dice of its own: so it can be told from anywhere. */
    static final Duration PIECE = Duration.ofSeconds(10);

    private static final double PIECES_PER_MINUTE = 6;
    private static final List<String> USERS = List.of("ada", "grace", "edsger", "barbara");
    private static final List<String> BRANCHES = List.of("main", "main", "main", "release", "feature/search");

    private final long seed;
    private final Instant beginning;

    DemoStory(long seed, Instant beginning) {
        this.seed = seed;
        this.beginning = beginning;
    }

    static List<String> operations() {
        return Stream.concat(Script.OPERATIONS.stream().map(DemoOperation::name), Script.OF_MERGES.stream())
                .toList();
    }

    /** The number of the piece in which an instant lies. */
    static long pieceOf(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), PIECE.toSeconds());
    }

    /** What ends in a piece. */
    Scene piece(long number) {
        Dice dice = new Dice(seed * 1_000_003 + number);
        Instant start = Instant.ofEpochSecond(number * PIECE.toSeconds());
        List<Timing> timings = new ArrayList<>();
        for (DemoOperation operation : Script.OPERATIONS) {
            for (int i = runs(operation, start, dice); i > 0; i--) {
                timings.add(timing(operation, dice.within(start, PIECE), dice));
            }
        }
        List<DemoMerge> merges = new ArrayList<>();
        for (int i = runs(Script.MERGES, start, dice); i > 0; i--) {
            Instant end = dice.within(start, PIECE);
            merges.add(DemoMerge.of(dice.pick(USERS), micros(Script.MERGES, end, dice), end, dice));
        }
        return new Scene(timings, merges);
    }

    private int runs(DemoOperation operation, Instant instant, Dice dice) {
        double perMinute = operation.perMinute() * Rhythm.load(instant);
        for (Incident incident : Script.LIVE) {
            if (incident.operations().contains(operation.name()) && isLive(incident, instant)) {
                perMinute = Math.max(perMinute, incident.when().atLeastPerMinute());
            }
        }
        return dice.times(perMinute / PIECES_PER_MINUTE);
    }

    private Timing timing(DemoOperation operation, Instant end, Dice dice) {
        Context context = Context.of(dice.pick(USERS)).onBranch(dice.pick(BRANCHES));
        return new Timing(operation.name(), micros(operation, end, dice), end, context);
    }

    private long micros(DemoOperation operation, Instant end, Dice dice) {
        double alone = dice.around(operation.medianMicros(), operation.spread());
        return Math.max(1, Math.round(alone * Rhythm.drag(end) * trouble(operation.name(), end, dice)));
    }

    private double trouble(String operation, Instant instant, Dice dice) {
        double factor = 1;
        for (Incident incident : Script.STANDING) {
            if (incident.operations().contains(operation)
                    && incident.lasts(instant, Instant.EPOCH)
                    && dice.hits(incident.share())) {
                factor = Math.max(factor, incident.factorAt(instant, Instant.EPOCH));
            }
        }
        for (Incident incident : Script.LIVE) {
            if (incident.operations().contains(operation) && isLive(incident, instant) && dice.hits(incident.share())) {
                factor = Math.max(factor, incident.factorAt(instant, beginning));
            }
        }
        return factor;
    }

    private boolean isLive(Incident incident, Instant instant) {
        return !instant.isBefore(beginning) && incident.lasts(instant, beginning);
    }
}
