package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.adapters.postgres.PostgresSettings.Login;
import io.tidemark.adapters.postgres.PostgresSettings.Tables;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.timing.Retention;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresSettingsTest {
    private static final String URL = "jdbc:postgresql://localhost/tidemark";

    @Test
    void of_hasADefaultForAllButTheAddress() {
        PostgresSettings settings = PostgresSettings.of(new StorageSettings(Map.of("url", URL)));

        assertThat(settings)
                .isEqualTo(new PostgresSettings(
                        URL, new Login(null, null), new Tables("tidemark", false), 8, Retention.DEFAULT));
    }

    @Test
    void of_namesAllProblemsAtOnce() {
        StorageSettings settings = new StorageSettings(
                Map.of("usr", "ada", "schema", "My Schema", "pool-size", "many", "distributed", "yes"));

        assertThatThrownBy(() -> PostgresSettings.of(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'usr' is unknown, did you mean 'user'?")
                .hasMessageContaining("'url' is missing")
                .hasMessageContaining("'schema' is 'My Schema'")
                .hasMessageContaining("'distributed' is 'yes': write true or false")
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
    void of_takesHowLongThingsAreKept() {
        PostgresSettings settings = PostgresSettings.of(
                new StorageSettings(Map.of("url", URL, "raw-days", "3", "minute-days", "7", "hour-days", "3650")));

        assertThat(settings.retention())
                .isEqualTo(new Retention(Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(3_650)));
    }

    @ParameterizedTest
    @CsvSource({"raw-days, 0", "raw-days, 401", "minute-days, forever", "minute-days, 1.5", "hour-days, 3651"})
    void of_refusesDaysOutOfBounds(String name, String days) {
        StorageSettings settings = new StorageSettings(Map.of("url", URL, name, days));

        assertThatThrownBy(() -> PostgresSettings.of(settings))
                .hasMessageContaining("'%s' is '%s': write a number from 1 to", name, days);
    }

    @Test
    void of_refusesHoursThatAreKeptForLessThanMinutes() {
        StorageSettings settings = new StorageSettings(Map.of("url", URL, "minute-days", "30", "hour-days", "29"));

        assertThatThrownBy(() -> PostgresSettings.of(settings))
                .hasMessageContaining("'hour-days' is 29, less than 'minute-days' 30");
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
