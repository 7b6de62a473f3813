package io.tidemark.adapters.postgres;

import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.application.port.Storage;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What SQL computes from roll-ups is what Java computes from the same. */
class QuantilesTest {
    private static final int SIZES = 12;
    private static final double[] QUANTILES = {0, 0.01, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1};

    private final Map<String, String> settings = TestDatabase.emptySchema();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void quantiles_areThoseOfTheDomain(long seed) {
        Random random = new Random(seed);
        Instant dayBeforeYesterday =
                Level.DAY.floor(Clock.systemUTC().instant()).minus(Duration.ofDays(2));
        try (Storage storage = TestDatabase.prepared(settings)) {
            for (int size = 0; size < SIZES; size++) {
                Scope scope = Scope.of("operation " + size);
                storage.timings()
                        .append(IntStream.range(0, 1 << size)
                                .mapToObj(i -> timing(
                                        scope.operation(),
                                        micros(random),
                                        dayBeforeYesterday.plusSeconds(random.nextInt(86_400))))
                                .toList());
            }
            storage.upkeep().fold();
            for (int size = 0; size < SIZES; size++) {
                Scope scope = Scope.of("operation " + size);
                TimeRange twoDays = new TimeRange(dayBeforeYesterday, dayBeforeYesterday.plus(Duration.ofDays(2)));
                assertSame(storage.rollups().merged(scope, twoDays), scope, "seed %d, %s".formatted(seed, scope));
            }
        }
    }

    private void assertSame(Sketch sketch, Scope scope, String what) {
        for (int i = 0; i < QUANTILES.length; i++) {
            double expected = sketch.quantile(QUANTILES[i]);
            assertThat(Double.parseDouble(TestDatabase.ask(settings, """
                            select (performance_quantiles(
                              '{0, 0.01, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999, 1}',
                              array_agg(bucket), array_agg(times), min(min_microseconds), max(max_microseconds)
                            ))[%d]
                            from performance_by_hour, unnest(buckets, counts) as used (bucket, times)
                            where operation_type = '%s'""".formatted(i + 1, scope.operation()))))
                    .as("%s, quantile %s", what, QUANTILES[i])
                    .isCloseTo(expected, within(expected * 1e-12));
        }
    }

    private static long micros(Random random) {
        return Math.min(Timing.MAX_MICROS, Math.max(1, Math.round(Math.exp(random.nextDouble() * 32))));
    }
}
