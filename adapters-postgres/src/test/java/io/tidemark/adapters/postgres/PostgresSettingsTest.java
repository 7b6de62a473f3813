package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSettingsTest {
    private static final String URL = "jdbc:postgresql://localhost/tidemark";

    @Test
    void of_takesEightConnectionsAndTheSchemaTidemarkUnlessTold() {
        PostgresSettings settings = PostgresSettings.of(new StorageSettings(Map.of("url", URL)));

        assertThat(settings).isEqualTo(new PostgresSettings(URL, null, null, "tidemark", 8));
    }

    @Test
    void of_namesAllProblemsAtOnce() {
        StorageSettings settings =
                new StorageSettings(Map.of("usr", "ada", "schema", "My Schema", "pool-size", "many"));

        assertThatThrownBy(() -> PostgresSettings.of(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'usr' is unknown, did you mean 'user'?")
                .hasMessageContaining("'url' is missing")
                .hasMessageContaining("'schema' is 'My Schema'")
                .hasMessageContaining("'pool-size' is 'many'");
    }

    @Test
    void of_doesNotShowAnAddressThatMayHoldAPassword() {
        StorageSettings settings = new StorageSettings(Map.of("url", "jdbc:mysql://localhost/x?password=hunter2"));

        assertThatThrownBy(() -> PostgresSettings.of(settings))
                .hasMessageContaining("'url' is not an address of a PostgreSQL database")
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\"; drop schema public; --", "a.b", "", "Upper", "1st", "pg_temp", "ümlaut", "a b"})
    void of_refusesASchemaThatIsNoPlainIdentifier(String schema) {
        StorageSettings settings = new StorageSettings(Map.of("url", URL, "schema", schema));

        assertThatThrownBy(() -> PostgresSettings.of(settings)).hasMessageContaining("'schema' is '" + schema + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "201", "8.5", "99999999999"})
    void of_refusesAPoolSizeOutOfBounds(String poolSize) {
        StorageSettings settings = new StorageSettings(Map.of("url", URL, "pool-size", poolSize));

        assertThatThrownBy(() -> PostgresSettings.of(settings)).hasMessageContaining("write a number from 1 to 200");
    }

    @Test
    void toString_hasNoSecret() {
        PostgresSettings settings = PostgresSettings.of(
                new StorageSettings(Map.of("url", URL + "?password=hunter2", "user", "ada", "password", "hunter3")));

        assertThat(settings.toString()).doesNotContain("hunter2").doesNotContain("hunter3");
    }

    @Test
    void storage_isFoundByItsName() {
        StorageSettings settings = new StorageSettings(Map.of("url", URL));

        try (var storage = Storages.create("postgres", settings, Clock.systemUTC())) {
            assertThat(storage).isInstanceOf(PostgresStorage.class);
        }
    }
}
