package io.tidemark.adapters.postgres;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.seen;
import static io.tidemark.application.port.StorageFixture.sighting;
import static io.tidemark.application.port.StorageFixture.slow;
import static io.tidemark.application.port.StorageFixture.timing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tidemark.application.port.Health;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureTest {
    /** A reserved port on which nothing listens. */
    private static final String NOBODY = "jdbc:postgresql://127.0.0.1:1/nowhere?password=hunter2";

    @Test
    void prepare_saysInOneSentenceWhereNobodyAnswers() {
        try (Storage storage = TestDatabase.storage(Map.of("url", NOBODY, "user", "ada"))) {
            StorageException failure = catchThrowableOfType(StorageException.class, storage::prepare);

            assertThat(failure.isPassing()).isTrue();
            assertThat(failure)
                    .hasMessageStartingWith("PostgreSQL at 127.0.0.1:1/nowhere cannot be reached: Connection to")
                    .hasMessageNotContaining("hunter2")
                    .message()
                    .hasLineCount(1);
        }
    }

    @Test
    void prepare_saysInOneSentenceThatTheHostIsUnknown() {
        try (Storage storage = TestDatabase.storage(Map.of("url", "jdbc:postgresql://nohost.invalid/x"))) {
            StorageException failure = catchThrowableOfType(StorageException.class, storage::prepare);

            assertThat(failure.isPassing()).isTrue();
            assertThat(failure)
                    .hasMessageStartingWith("PostgreSQL at nohost.invalid:5432/x cannot be reached:")
                    .hasMessageContaining("nohost.invalid")
                    .message()
                    .hasLineCount(1);
        }
    }

    @Test
    void prepare_saysInOneSentenceThatTheServerRefusesTheUser() {
        Map<String, String> settings = TestDatabase.freshSchema();
        TestDatabase.execute(settings, "create role locked_out nologin");
        settings.put("url", "jdbc:postgresql://localhost:%d/postgres".formatted(TestDatabase.port()));
        settings.put("user", "locked_out");
        settings.put("password", "hunter2");
        try (Storage storage = TestDatabase.storage(settings)) {
            StorageException failure = catchThrowableOfType(StorageException.class, storage::prepare);

            assertThat(failure.isPassing()).isTrue();
            assertThat(failure)
                    .hasMessage(
                            "PostgreSQL at localhost:%d/postgres cannot be reached: role \"locked_out\" is not"
                                    + " permitted to log in",
                            TestDatabase.port())
                    .hasMessageNotContaining("hunter2");
        }
    }

    @Test
    void health_isDownWithTheSentenceWhenNobodyAnswers() {
        try (Storage storage = TestDatabase.storage(Map.of("url", NOBODY))) {
            Health health = storage.health();

            assertThat(health.up()).isFalse();
            assertThat(health.detail()).startsWith("PostgreSQL at 127.0.0.1:1/nowhere cannot be reached:");
        }
    }

    @Test
    void health_isDownBeforeTheStorageIsPrepared() {
        try (Storage storage = TestDatabase.storage(TestDatabase.freshSchema())) {
            assertThat(storage.health().up()).isFalse();
            assertThat(storage.health().detail()).endsWith("prepare the storage first");
        }
    }

    @Test
    void call_failsLastinglyBeforeTheStorageIsPrepared() {
        try (Storage storage = TestDatabase.storage(TestDatabase.freshSchema())) {
            StorageException failure = catchThrowableOfType(
                    StorageException.class, () -> storage.rollups().counts());

            assertThat(failure.isPassing()).isFalse();
            assertThat(failure).hasMessageContaining("relation \"performance_rollup_minutes\" does not exist");
        }
    }

    @Test
    void call_failsPassinglyWhenItsConnectionIsCutAndTheNextOneWorks() {
        try (Storage storage = TestDatabase.prepared(TestDatabase.freshSchema())) {
            String fingerprint = "cut off";
            assertThatThrownBy(() -> storage.alerts().change(slow(fingerprint), (standing, freshId) -> {
                        terminate("tidemark", "idle in transaction");
                        return seen(sighting(slow(fingerprint), RECENTLY)).decide(standing, freshId);
                    }))
                    .isInstanceOfSatisfying(
                            StorageException.class,
                            failure -> assertThat(failure.isPassing()).isTrue());

            storage.timings().append(List.of(timing("commit", 500, RECENTLY)));
            assertThat(storage.rollups().counts()).containsEntry("commit", 1L);
        }
    }

    private static void terminate(String application, String state) {
        TestDatabase.ask(
                Map.of("schema", "public"),
                "select count(pg_terminate_backend(pid)) from pg_stat_activity where application_name = '%s' and state = '%s'"
                        .formatted(application, state));
    }
}
