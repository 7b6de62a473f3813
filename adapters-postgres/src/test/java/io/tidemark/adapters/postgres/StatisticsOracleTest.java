package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.domain.anomaly.Method;
import io.tidemark.domain.anomaly.Yardstick;
import io.tidemark.domain.statistics.TheilSen;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the domain computes is what PostgreSQL computes from the same values. */
class StatisticsOracleTest {
    private final Map<String, String> settings = TestDatabase.emptySchema();

    @BeforeEach
    void prepare() {
        TestDatabase.prepared(settings).close();
    }

    @ParameterizedTest(name = "{0} values")
    @ValueSource(ints = {5, 6, 100, 1_001})
    void yardsticks_areThoseOfPostgres(int count) {
        long[] micros = logNormal(count);
        Yardstick classic = (Yardstick) Method.CLASSIC.standard(micros);
        Yardstick robust = (Yardstick) Method.ROBUST.standard(micros);
        String median = "(select percentile_cont(0.5) within group (order by ln(v)) from t)";

        assertClose(classic.centre(), ask(micros, "select avg(v) from t"));
        assertClose(classic.above(), ask(micros, "select stddev_pop(v) from t"));
        assertClose(robust.centre(), ask(micros, "select " + median));
        assertClose(robust.below(), ask(micros, """
                select greatest(
                  1.482602218505602 * percentile_cont(0.5) within group (order by abs(ln(v) - %s)),
                  (%s - (select ln(v) from t order by v desc limit 1 offset floor(0.9 * (%d - 1))::int)) / 1.2815515655446004)
                from t""".formatted(median, median, count)));
    }

    @ParameterizedTest(name = "{0} values")
    @ValueSource(ints = {2, 7, 40})
    void theilSen_isTheMedianOfAllSlopes(int count) {
        long[] values = logNormal(count);
        double[] doubles = Arrays.stream(values).asDoubleStream().toArray();

        assertClose(TheilSen.of(doubles).slope(), ask(values, """
                select percentile_cont(0.5) within group (order by (later.v - earlier.v) / (later.n - earlier.n))
                from t as later join t as earlier on later.n > earlier.n"""));
    }

    @ParameterizedTest(name = "{0} values")
    @ValueSource(ints = {2, 30})
    void theilSen_ofPointsOnALineIsTheSlopeOfLeastSquares(int count) {
        long[] values = new long[count];
        Arrays.setAll(values, i -> 1_000 + 37L * i);
        double[] doubles = Arrays.stream(values).asDoubleStream().toArray();

        assertClose(TheilSen.of(doubles).slope(), ask(values, "select regr_slope(v, n) from t"));
        assertClose(TheilSen.of(doubles).intercept(), ask(values, "select regr_intercept(v, n) from t"));
    }

    private static void assertClose(double found, double expected) {
        assertThat(found).isCloseTo(expected, within(Math.abs(expected) * 1e-9 + 1e-9));
    }

    private double ask(long[] values, String sql) {
        String all = Arrays.stream(values).mapToObj(Long::toString).collect(Collectors.joining(","));
        return Double.parseDouble(TestDatabase.ask(
                settings,
                "with t as (select v::float8, n - 1 as n from unnest('{%s}'::bigint[]) with ordinality as u (v, n)) %s"
                        .formatted(all, sql)));
    }

    private static long[] logNormal(int count) {
        Random random = new Random(count);
        long[] micros = new long[count];
        Arrays.setAll(micros, i -> Math.round(50_000 * Math.exp(0.4 * random.nextGaussian())));
        return micros;
    }
}
