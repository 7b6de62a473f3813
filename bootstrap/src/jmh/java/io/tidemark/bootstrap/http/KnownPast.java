package io.tidemark.bootstrap.http;

import io.tidemark.application.port.Storage;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Days of twelve operations on three branches, the first of them twelve times a minute, the last once: the same at every
 * run, but for when they end.
 */
final class KnownPast {
    private static final int OPERATIONS = 12;
    private static final int MINUTES_AT_ONCE = 360;
    private static final long SEED = 2_026;
    private static final List<String> BRANCHES = List.of("main", "main", "release", "feature/search");
    private static final List<String> USERS = List.of("ada", "grace", "edsger");

    private final Random random = new Random(SEED);
    private final Instant end;
    private final int days;

    KnownPast(Instant end, int days) {
        this.end = end;
        this.days = days;
    }

    /** Records it, folds it, and calculates baselines; says how much it was. */
    String tell(RunningDaemon daemon, Storage storage) {
        long told = 0;
        int minutes = (int) Duration.ofDays(days).toMinutes();
        for (int first = minutes; first > 0; first -= MINUTES_AT_ONCE) {
            List<Timing> timings = new ArrayList<>();
            for (int minute = first; minute > first - MINUTES_AT_ONCE; minute--) {
                minute(end.minus(Duration.ofMinutes(minute)), timings);
            }
            storage.timings().append(timings);
            told += timings.size();
        }
        storage.upkeep().fold();
        IntStream.rangeClosed(1, OPERATIONS).mapToObj(KnownPast::name).forEach(daemon::learned);
        return "%,d timings of %d operations in %d days (seed %d)".formatted(told, OPERATIONS, days, SEED);
    }

    private void minute(Instant start, List<Timing> timings) {
        for (int operation = 1; operation <= OPERATIONS; operation++) {
            for (int run = OPERATIONS; run >= operation; run--) {
                double micros = 1_000 * operation * Math.exp(0.3 * random.nextGaussian());
                Context context = Context.of(USERS.get(random.nextInt(USERS.size())))
                        .onBranch(BRANCHES.get(random.nextInt(BRANCHES.size())));
                Instant at = start.plusMillis(random.nextInt(60_000));
                timings.add(new Timing(name(operation), Math.round(micros), at, context));
            }
        }
    }

    private static String name(int operation) {
        return "operation-" + operation;
    }
}
