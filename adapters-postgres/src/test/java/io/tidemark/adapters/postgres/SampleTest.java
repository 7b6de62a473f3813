package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.baseline.Baselines;
import io.tidemark.application.baseline.CountingTimings;
import io.tidemark.application.port.Storage;
import io.tidemark.application.sample.SampleLoader;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.BaselinePolicy;
import io.tidemark.domain.percentile.Percentiles;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The sample data, its baselines, and what PostgreSQL itself makes of the rows. */
class SampleTest {
    private final Map<String, String> settings = TestDatabase.emptySchema();
    private List<ActiveBaseline> learned = List.of();

    @BeforeEach
    void load() {
        try (Storage storage = TestDatabase.prepared(settings)) {
            Baselines baselines = new Baselines(
                    new CountingTimings(storage.rollups(), storage.incidents(), storage.exclusions()),
                    storage.timingReader(),
                    storage.baselines(),
                    operation -> BaselinePolicy.DEFAULT,
                    Clock.systemUTC());
            learned = new SampleLoader(storage, baselines, Clock.systemUTC()).load(false);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "branch_create, 12, 3.0, 3.0, 3.0",
        "commit, 20, 6.0, 6.0, 2.5",
        "get_history, 25, 47.0, 49.0, 2.0",
        "merge_branches, 15, 97.0, 99.0, 2.0",
        "rollback_commit, 10, 191.0, 198.0, 2.0"
    })
    void baseline_isThatOfTheTable_andExactlyWhatPostgresMakesOfTheRows(
            String operation, long samples, double p95, double p99, double multiplier) {
        ActiveBaseline active = learned.stream()
                .filter(baseline -> baseline.baseline().scope().operation().equals(operation))
                .findFirst()
                .orElseThrow();
        Percentiles percentiles = active.baseline().normal().percentiles();

        assertThat(active.baseline().normal().samples()).isEqualTo(samples);
        assertThat(active.baseline().multiplier()).isEqualTo(multiplier);
        assertThat(inTenths(percentiles.p95())).isEqualTo(p95);
        assertThat(inTenths(percentiles.p99())).isEqualTo(p99);
        assertThat(percentiles.p95()).isCloseTo(asked(0.95, operation), Offset.offset(1e-6));
        assertThat(percentiles.p99()).isCloseTo(asked(0.99, operation), Offset.offset(1e-6));
        assertThat(stored("p99_microseconds", operation)).isEqualTo(percentiles.p99());
        assertThat(stored("samples", operation)).isEqualTo((double) samples);
    }

    private double asked(double quantile, String operation) {
        return Double.parseDouble(TestDatabase.ask(settings, """
                select percentile_cont(%s) within group (order by duration_microseconds)
                from performance_metrics
                where operation_type = '%s'""".formatted(quantile, operation)));
    }

    private double stored(String column, String operation) {
        return Double.parseDouble(TestDatabase.ask(
                settings,
                "select %s from performance_baselines where active and operation_type = '%s'"
                        .formatted(column, operation)));
    }

    private static double inTenths(double micros) {
        return Math.round(micros / 100) / 10.0;
    }
}
