package io.tidemark.adapters.postgres;

import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.Storage;
import io.tidemark.domain.correlation.Pearson;
import io.tidemark.domain.series.Series;
import io.tidemark.domain.timing.TimeRange;
import io.tidemark.domain.timing.Timing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Coefficients and common minutes are those that PostgreSQL's {@code corr} and {@code count} find in the timings. */
class CorrTest {
    private static final int OPERATIONS = 7;
    private static final int MINUTES = 120;
    private static final String CORR = """
            with means as (
              select operation_type, date_trunc('minute', start_time) as minute, avg(duration_microseconds) as mean
              from performance_metrics
              group by operation_type, minute
            )
            select string_agg(pair, E'\\n' order by pair)
            from (
              select format(
                '%s %s %s %s', one.operation_type, other.operation_type, count(*),
                case when count(*) < 10 then 'none' else round(corr(one.mean, other.mean)::numeric, 9)::text end) as pair
              from means as one
              join means as other on other.minute = one.minute and other.operation_type > one.operation_type
              group by one.operation_type, other.operation_type
            ) as pairs""";

    private final Map<String, String> settings = TestDatabase.emptySchema();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void coefficients_areThoseOfPostgres(long seed) {
        Random random = new Random(seed);
        Instant end = Level.MINUTE.floor(Clock.systemUTC().instant());
        try (Storage storage = TestDatabase.prepared(settings)) {
            storage.timings().append(timings(random, end));
            SortedMap<String, Series> series =
                    storage.series().means(TimeRange.endingAt(end, Duration.ofMinutes(MINUTES)), Duration.ofMinutes(1));

            assertThat(String.join("\n", pairs(series))).isEqualTo(TestDatabase.ask(settings, CORR));
        }
    }

    /** The later an operation comes, the more of its minutes are empty: some pairs have fewer than ten in common. */
    private static List<Timing> timings(Random random, Instant end) {
        List<Timing> timings = new ArrayList<>();
        for (int minute = 1; minute <= MINUTES; minute++) {
            double load = random.nextGaussian();
            for (int operation = 0; operation < OPERATIONS; operation++) {
                boolean seen = random.nextInt(OPERATIONS + 1) > operation;
                for (int i = 0; seen && i < 1 + random.nextInt(3); i++) {
                    long micros = Math.round(5_000 * Math.exp(operation * 0.1 * load + random.nextGaussian() / 3));
                    timings.add(timing("operation" + operation, micros, end.minusSeconds(60L * minute)));
                }
            }
        }
        return timings;
    }

    private static Set<String> pairs(SortedMap<String, Series> series) {
        List<String> names = List.copyOf(series.keySet());
        Set<String> pairs = new TreeSet<>();
        Pearson.ofAllPairs(
                series.values().stream().map(Series::values).toList(),
                (one, other, coefficient, minutes) -> pairs.add("%s %s %d %s"
                        .formatted(
                                names.get(one),
                                names.get(other),
                                minutes,
                                Double.isNaN(coefficient) ? "none" : String.format(Locale.ROOT, "%.9f", coefficient))));
        pairs.removeIf(pair -> pair.endsWith(" 0 none"));
        return pairs;
    }
}
