package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.math.BigInteger;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class RollupMigrationTest {
    private static final String MIGRATIONS = "classpath:io/tidemark/adapters/postgres/migration";

    private final Map<String, String> settings = TestDatabase.freshSchema();
    private final Instant yesterday =
            Level.DAY.floor(Clock.systemUTC().instant()).minus(Duration.ofDays(1));

    /**
     * 3 times 5 µs, 300 times 200 µs (bucket 200) and once 1,000,000 µs (2¹⁹ × (1 + 116/128), so bucket 13 × 128 + 116):
     * written as 5, 3; 195, 300; 1,580, 1, each number in sevens of bits, lowest first.
     */
    @Test
    void prepare_keepsWhatWasPackedBefore() {
        Flyway.configure()
                .dataSource(new Server(PostgresSettings.of(new StorageSettings(settings)))
                        .connections(Duration.ofSeconds(30)))
                .schemas(settings.get("schema"))
                .locations(MIGRATIONS)
                .target("4")
                .load()
                .migrate();
        TestDatabase.execute(settings, "select add_performance_day('%s')".formatted(yesterday));
        TestDatabase.execute(settings, """
                insert into performance_rollup_minutes (
                  operation_type, minute, timings, sum_microseconds, min_microseconds, max_microseconds,
                  sum_of_squares, sketch
                ) values ('commit', '%s', 304, 1060015, 5, 1000000, 1000012000075, '\\x01 0503 c301ac02 ac0c01')""".formatted(yesterday));

        try (Storage storage = TestDatabase.prepared(settings)) {
            Sketch before = yesterday(storage);
            assertThat(before.totals().sumOfSquares()).isEqualTo(BigInteger.valueOf(1_000_012_000_075L));
            assertThat(before.quantile(2 / 303.0)).isEqualTo(5);
            assertThat(before.quantile(3 / 303.0)).isEqualTo(200);
            assertThat(before.quantile(302 / 303.0)).isEqualTo(200);
            assertThat(before.quantile(1)).isEqualTo(1_000_000);
            storage.upkeep().fold();
            assertThat(yesterday(storage).distribution()).isEqualTo(before.distribution());
        }
    }

    private Sketch yesterday(Storage storage) {
        return storage.rollups().merged(Scope.of("commit"), new TimeRange(yesterday, yesterday.plusSeconds(86_400)));
    }
}
