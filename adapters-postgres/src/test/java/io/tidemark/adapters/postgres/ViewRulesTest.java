package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.tidemark.application.port.Storage;
import io.tidemark.domain.baseline.Freshness;
import io.tidemark.domain.baseline.Norm;
import io.tidemark.domain.merge.MergeBottleneck;
import io.tidemark.domain.merge.MergeSla;
import io.tidemark.domain.merge.Phases;
import io.tidemark.domain.percentile.Buckets;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that several views share are those of the domain. */
class ViewRulesTest {
    private static final Map<String, String> SETTINGS = TestDatabase.freshSchema();
    private static final double[] QUANTILES = {0, 0.01, 0.99, 0.5, 0.75, 0.95, 0.999, 1};
    private static SqlClient client;

    @BeforeAll
    static void prepare() {
        try (Storage storage = TestDatabase.prepared(SETTINGS)) {
            assertThat(storage.rollups().counts()).isEmpty();
        }
        client = SqlClient.of(SETTINGS);
    }

    @AfterAll
    static void close() {
        client.close();
    }

    @Test
    void bucket_isThatOfTheDomain() {
        long[] micros = LongStream.concat(
                        LongStream.rangeClosed(1, 1_000),
                        LongStream.rangeClosed(1, 48)
                                .flatMap(bit -> LongStream.rangeClosed(-1, 1).map(off -> (1L << bit) + off)))
                .filter(value -> value > 0 && value <= Timing.MAX_MICROS)
                .toArray();

        assertThat(client.askAll(
                        "select performance_bucket(n) from unnest('%s'::bigint[]) with ordinality as of (n, place) order by place"
                                .formatted(array(micros))))
                .containsExactlyElementsOf(Arrays.stream(micros)
                        .mapToObj(value -> "" + sketch(value).buckets().number(0))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 10, 1_000})
    void quantiles_areThoseOfTheDomain(int size) {
        Random random = new Random(size);
        Sketch sketch = sketch(random.longs(size, 1, 1L << (1 + size % 40)).toArray());
        Buckets buckets = sketch.buckets();

        assertThat(client
                        .askAll("""
                select unnest(performance_quantiles_of_sketch('%s', '%s', '%s', %d, %d, %d))""".formatted(
                                        array(QUANTILES),
                                        array(IntStream.range(0, buckets.size())
                                                .mapToLong(buckets::number)
                                                .toArray()),
                                        array(IntStream.range(0, buckets.size())
                                                .mapToLong(buckets::count)
                                                .toArray()),
                                        size,
                                        sketch.totals().min(),
                                        sketch.totals().max()))
                        .stream()
                        .map(Double::parseDouble))
                .zipSatisfy(
                        Arrays.stream(QUANTILES).boxed().toList(),
                        (found, quantile) -> assertThat(found)
                                .isCloseTo(sketch.quantile(quantile), within(1e-12 * sketch.quantile(quantile))));
    }

    @ParameterizedTest
    @CsvSource({"100, 1000, 2.5", "900, 1000, 1", "3, 5, 2", "1000, 1000, 1.1", "123.25, 456.75, 3"})
    void threshold_isThatOfTheDomain(double p50, double p99, double multiplier) {
        Norm norm = new Norm(Norm.Basis.ALL, "at any time", 100, p50, p99, p99);

        assertThat(client.number("select floor(performance_baseline_threshold(%s, %s, %s))::bigint"
                        .formatted(p50, p99, multiplier)))
                .isEqualTo(norm.thresholdMicros(multiplier));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "PT0S", "PT23H59M", "PT24H", "P6DT23H59M", "P7D", "P365D"})
    void freshness_isThatOfTheDomain(Duration age) {
        Instant now = Instant.parse("2026-03-29T12:00:00Z");

        assertThat(client.ask("select performance_freshness(now() - interval '%d seconds')".formatted(age.toSeconds())))
                .isEqualTo(Freshness.of(now.minus(age), now).name());
    }

    @Test
    void bottleneck_isThatOfTheDomain() {
        List<Phases> all = IntStream.range(0, 64)
                .mapToObj(n -> new Phases(n / 16, n / 4 % 4, n % 4, 9))
                .toList();

        assertThat(all)
                .allSatisfy(phases -> assertThat(client.ask("select performance_merge_bottleneck(%d, %d, %d)"
                                .formatted(phases.baseMicros(), phases.conflictMicros(), phases.resolveMicros())))
                        .isEqualTo(phases.bottleneck().name()));
        assertThat(client.ask("select performance_merge_bottleneck(null, null, null)"))
                .isEqualTo(MergeBottleneck.UNKNOWN.name());
    }

    @ParameterizedTest
    @CsvSource({"1000, 1000", "1001, 1000", "1500, 1000", "1501, 1000", "1501, 1000.75", "1, 0.5"})
    void sla_isThatOfTheDomain(int total, double p99) {
        assertThat(client.ask("select performance_merge_sla(%d, %s)".formatted(total, p99)))
                .isEqualTo(MergeSla.ofP99(p99).judge(total).name());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99_000, 99_001, 150_000, 150_001})
    void slaWithoutABaseline_isThatOfTheDomain(int total) {
        assertThat(client.ask("select performance_merge_sla(%d, null)".formatted(total)))
                .isEqualTo(MergeSla.WITHOUT_BASELINE.judge(total).name());
    }

    @ParameterizedTest
    @CsvSource({
        "open, null, t",
        "acknowledged, null, f",
        "acknowledged, now() + interval '1 minute', f",
        "acknowledged, now(), t",
        "resolved, null, f",
        "resolved, now(), f"
    })
    void alert_isOpenUntilSomebodyHasItInHand(String state, String until, String open) {
        assertThat(client.ask("select performance_alert_is_open('%s', %s)".formatted(state, until)))
                .isEqualTo(open);
    }

    private static Sketch sketch(long... micros) {
        Sketch sketch = new Sketch();
        Arrays.stream(micros).forEach(sketch::add);
        return sketch;
    }

    private static String array(long... numbers) {
        return Arrays.stream(numbers).mapToObj(Long::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static String array(double... numbers) {
        return Arrays.stream(numbers).mapToObj(Double::toString).collect(Collectors.joining(",", "{", "}"));
    }
}
