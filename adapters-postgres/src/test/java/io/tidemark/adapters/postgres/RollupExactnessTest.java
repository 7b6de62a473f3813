package io.tidemark.adapters.postgres;

import static java.util.stream.Collectors.averagingDouble;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageFixture;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is recorded, folded and dropped in whatever order: a reader finds what a plain list of the timings has. */
class RollupExactnessTest {
    private static final int ROUNDS = 40;
    private static final int DAYS = 100;
    private static final int MINUTES_PER_DAY = 24 * 60;
    private static final int[] STEPS = {1, 5, 60, 7 * 60, MINUTES_PER_DAY, 7 * MINUTES_PER_DAY};

    private final Instant now = Clock.systemUTC().instant();
    private final Map<String, String> settings = TestDatabase.freshSchema();
    private final List<Timing> recorded = new ArrayList<>();
    private final Map<String, Instant> kept = new HashMap<>(Map.of("minute", Instant.EPOCH, "hour", Instant.EPOCH));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void reader_findsWhatAPlainListHas(long seed) {
        settings.putAll(Map.of("raw-days", "" + (DAYS + 1), "minute-days", "3", "hour-days", "40"));
        Random random = new Random(seed);
        try (Storage storage = TestDatabase.prepared(settings)) {
            for (int round = 0; round < ROUNDS; round++) {
                act(storage, random);
                compare(storage, random, "seed %d, round %d".formatted(seed, round));
            }
        }
    }

    private void act(Storage storage, Random random) {
        switch (random.nextInt(5)) {
            case 0 -> storage.upkeep().fold();
            case 1 -> {
                storage.upkeep().dropOutdated();
                learnWhatIsKept();
            }
            default -> {
                List<Timing> batch = Stream.generate(() -> timing(random))
                        .limit(random.nextInt(40))
                        .toList();
                storage.timings().append(batch);
                recorded.addAll(batch);
            }
        }
    }

    private void compare(Storage storage, Random random, String when) {
        TimeRange range = range(random);
        Scope scope = new Scope("operation " + random.nextInt(3), random.nextBoolean() ? null : "branch 1");
        List<Timing> inRange = recorded.stream()
                .filter(timing -> range.contains(countedAt(timing)))
                .toList();
        assertThat(totals(storage.rollups().merged(scope, range)))
                .as("%s: %s in %s", when, scope, range)
                .isEqualTo(totals(sketch(inRange.stream()
                        .filter(timing -> timing.scope().equals(scope)
                                || timing.scope().withoutBranch().equals(scope)))));
        Duration step = Duration.ofMinutes(STEPS[random.nextInt(STEPS.length)]);
        assertThat(counts(storage, range, step))
                .as("%s: every %s in %s", when, step, range)
                .isEqualTo(inRange.stream()
                        .collect(groupingBy(timing -> timing.operation() + " " + stepOf(timing, step), counting())));
        assertThat(means(storage, range, step))
                .as("%s: means every %s in %s", when, step, range)
                .isEqualTo(inRange.stream()
                        .filter(timing -> hasSteps(timing, step))
                        .collect(groupingBy(
                                timing -> timing.operation() + " " + stepOf(timing, step),
                                averagingDouble(Timing::durationMicros))));
        assertThat(storage.rollups().counts())
                .as(when)
                .isEqualTo(recorded.stream().collect(groupingBy(Timing::operation, counting())));
    }

    /** The start of the minute, the hour or the day that it is counted in: the finest of which nothing was dropped. */
    private Instant countedAt(Timing timing) {
        if (timing.start().isBefore(kept.get("hour"))) {
            return Level.DAY.floor(timing.start());
        }
        return (timing.start().isBefore(kept.get("minute")) ? Level.HOUR : Level.MINUTE).floor(timing.start());
    }

    private void learnWhatIsKept() {
        kept.keySet()
                .forEach(level -> kept.put(level, Instant.parse(TestDatabase.ask(settings, """
                select to_char(coalesce(max(kept_from), 'epoch') at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')
                from performance_rollup_kept
                where level = '%s'""".formatted(level)))));
    }

    private Timing timing(Random random) {
        Context ada = Context.of("ada");
        int branch = random.nextInt(3);
        return StorageFixture.timing(
                "operation " + random.nextInt(3),
                1 + random.nextInt(1_000_000),
                instant(random),
                branch == 0 ? ada : ada.onBranch("branch " + branch));
    }

    private TimeRange range(Random random) {
        Instant from = instant(random);
        return new TimeRange(from, from.plusSeconds(1 + random.nextInt(10 * DAYS) * (long) random.nextInt(20_000)));
    }

    /** Half of them within the last day, where most happens; some on the very start of an hour or a day. */
    private Instant instant(Random random) {
        int days = random.nextBoolean() ? 1 : DAYS;
        Instant instant = now.minusSeconds(random.nextInt(days * MINUTES_PER_DAY * 60));
        return switch (random.nextInt(4)) {
            case 0 -> Level.HOUR.ceiling(instant);
            case 1 -> Level.DAY.ceiling(instant);
            default -> instant;
        };
    }

    private static Map<String, Long> counts(Storage storage, TimeRange range, Duration step) {
        Map<String, Long> counts = new HashMap<>();
        storage.rollups()
                .byOperation(range, step)
                .forEach((operation, steps) ->
                        steps.forEach((start, sketch) -> counts.put(operation + " " + start, sketch.count())));
        return counts;
    }

    private static Map<String, Double> means(Storage storage, TimeRange range, Duration step) {
        Map<String, Double> means = new HashMap<>();
        storage.series()
                .means(range, step)
                .forEach((operation, series) -> IntStream.range(0, series.size())
                        .filter(place -> !series.isMissing(place))
                        .forEach(place -> means.put(operation + " " + series.instant(place), series.value(place))));
        return means;
    }

    /** Whether what is kept of its time is fine enough. */
    private boolean hasSteps(Timing timing, Duration step) {
        Duration finest = timing.start().isBefore(kept.get("hour"))
                ? Duration.ofDays(1)
                : timing.start().isBefore(kept.get("minute")) ? Duration.ofHours(1) : Duration.ofMinutes(1);
        return step.toMinutes() % finest.toMinutes() == 0;
    }

    private Instant stepOf(Timing timing, Duration step) {
        long seconds = step.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(countedAt(timing).getEpochSecond(), seconds) * seconds);
    }

    private static Sketch sketch(Stream<Timing> timings) {
        Sketch sketch = new Sketch();
        timings.forEach(timing -> sketch.add(timing.durationMicros()));
        return sketch;
    }

    private static String totals(Sketch sketch) {
        return sketch.isEmpty() ? "nothing" : sketch.totals() + " " + sketch.distribution();
    }
}
