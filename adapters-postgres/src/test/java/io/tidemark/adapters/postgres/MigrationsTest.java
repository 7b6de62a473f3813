package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.port.SchemaState;
import io.tidemark.application.port.SchemaState.Step;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class MigrationsTest {
    private static final String MIGRATIONS = "classpath:io/tidemark/adapters/postgres/migration";

    private final Map<String, String> settings = TestDatabase.freshSchema();

    @Test
    void state_ofAnEmptyDatabase_isWithoutVersion_andMakesNothing() {
        SchemaState state = state();

        assertThat(state.version()).isNull();
        assertThat(state.pending())
                .hasSizeGreaterThan(20)
                .first()
                .satisfies(step -> assertThat(step.version()).isEqualTo("1"));
        assertThat(state()).isEqualTo(state);
    }

    @Test
    void state_afterSomeSteps_listsThoseThatAreLeft() {
        Flyway.configure()
                .dataSource(new Server(PostgresSettings.of(new StorageSettings(settings)))
                        .connections(Duration.ofSeconds(30)))
                .schemas(settings.get("schema"))
                .locations(MIGRATIONS)
                .target("4")
                .load()
                .migrate();

        assertThat(state().version()).isEqualTo("4");
        assertThat(state().pending()).first().extracting(Step::version).isEqualTo("5");
    }

    @Test
    void state_afterPreparing_isOfTheNewestVersion() {
        TestDatabase.prepared(settings).close();

        SchemaState state = state();

        assertThat(state.version()).isEqualTo(state.newest()).isNotNull();
        assertThat(state.pending()).isEmpty();
        assertThat(state.unknown()).isEmpty();
    }

    @Test
    void state_ofANewerRelease_namesTheStepsThatAreNotKnown() {
        TestDatabase.prepared(settings).close();
        TestDatabase.execute(settings, """
                insert into flyway_schema_history (
                  installed_rank, version, description, type, script, checksum, installed_by, execution_time, success
                ) values (9999, '9999', 'something new', 'SQL', 'V9999__something_new.sql', 1, 'ada', 1, true)""");

        SchemaState state = state();

        assertThat(state.version()).isEqualTo("9999").isNotEqualTo(state.newest());
        assertThat(state.unknown()).containsExactly(new Step("9999", "something new"));
        assertThat(state.pending()).isEmpty();
    }

    @Test
    void state_ofADatabaseThatIsAway_fails() {
        Map<String, String> nowhere = new HashMap<>(settings);
        nowhere.put("url", "jdbc:postgresql://127.0.0.1:1/none");

        try (Storage storage = Storages.create("postgres", new StorageSettings(nowhere), Clock.systemUTC())) {
            assertThatThrownBy(() -> storage.schema().state())
                    .isInstanceOf(StorageException.class)
                    .hasMessageContaining("127.0.0.1:1/none");
        }
    }

    private SchemaState state() {
        try (Storage storage = Storages.create("postgres", new StorageSettings(settings), Clock.systemUTC())) {
            return storage.schema().state();
        }
    }
}
