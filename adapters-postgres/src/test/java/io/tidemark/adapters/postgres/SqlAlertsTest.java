package io.tidemark.adapters.postgres;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.seen;
import static io.tidemark.application.port.StorageFixture.sighting;
import static io.tidemark.application.port.StorageFixture.slow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.tidemark.adapters.postgres.SqlClient.SqlRefusal;
import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.Storage;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlAlertsTest {
    private final Map<String, String> settings = TestDatabase.emptySchema();
    private Storage storage;
    private SqlClient client;

    @BeforeEach
    void prepare() {
        storage = TestDatabase.prepared(settings);
        client = SqlClient.of(settings);
    }

    @AfterEach
    void close() {
        client.close();
        storage.close();
    }

    @Test
    void unacknowledged_areTheOpenOnesWorstFirst() {
        raise("warning", Severity.WARNING, 9);
        raise("critical", Severity.CRITICAL, 4);
        raise("worse", Severity.CRITICAL, 5);
        raise("over", Severity.CRITICAL, 6);
        acknowledge(raise("known", Severity.CRITICAL, 7), "ada", null);
        storage.alerts()
                .change(
                        slow("over"),
                        (standing, freshId) ->
                                new Decision(standing.orElseThrow().resolve(RECENTLY), List.of()));

        assertThat(client.askAll("""
                select operation_type, severity, actual_ms, baseline_p99_ms, multiplier
                from get_unacknowledged_alerts()"""))
                .containsExactly(
                        "worse|CRITICAL|4.2|1.0005|5",
                        "critical|CRITICAL|4.2|1.0005|4",
                        "warning|WARNING|4.2|1.0005|9");
    }

    @Test
    void unacknowledged_areThoseSeenInThatTime() {
        raise("commit", Severity.WARNING, 9);
        client.execute("update performance_alerts set last_seen = now() - interval '3 days'");

        assertThat(client.askAll("select * from get_unacknowledged_alerts(2)")).isEmpty();
        assertThat(client.askAll("select * from get_unacknowledged_alerts(4)")).hasSize(1);
    }

    @Test
    void acknowledge_isTrueTheFirstTimeAndChangesNothingAfterThat() {
        long alert = raise("commit", Severity.WARNING, 9);

        assertThat(acknowledge(alert, "ada", "on it")).isEqualTo("t");
        assertThat(acknowledge(alert, "bob", "me too")).isEqualTo("f");

        assertThat(standing("commit").state()).isInstanceOfSatisfying(Acknowledged.class, state -> {
            assertThat(state.by()).isEqualTo("ada");
            assertThat(state.note()).isEqualTo("on it");
            assertThat(state.at()).isAfter(RECENTLY);
        });
    }

    @Test
    void acknowledge_ofAnAlertThatIsOver_isFalse() {
        long alert = raise("commit", Severity.WARNING, 9);
        storage.alerts()
                .change(
                        slow("commit"),
                        (standing, freshId) ->
                                new Decision(standing.orElseThrow().resolve(RECENTLY), List.of()));

        assertThat(acknowledge(alert, "ada", null)).isEqualTo("f");
        assertThat(client.ask("select acknowledged_by from performance_alerts")).isEqualTo("null");
    }

    @Test
    void acknowledge_atOnce_isTrueForOne() throws Exception {
        long alert = raise("commit", Severity.WARNING, 9);
        int people = 6;
        ExecutorService threads = Executors.newFixedThreadPool(people);
        CountDownLatch ready = new CountDownLatch(people);
        List<String> answers = new ArrayList<>();
        try {
            List<Future<String>> asked = new ArrayList<>();
            for (int i = 0; i < people; i++) {
                asked.add(threads.submit(() -> {
                    try (SqlClient one = SqlClient.of(settings)) {
                        ready.countDown();
                        ready.await();
                        return one.ask("select acknowledge_performance_alert(%d, 'ada')".formatted(alert));
                    }
                }));
            }
            for (Future<String> one : asked) {
                answers.add(one.get(60, TimeUnit.SECONDS));
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(answers).containsOnlyOnce("t").hasSize(people);
    }

    @Test
    void acknowledge_whileTheDeskDecides_isNotLost() throws Exception {
        long alert = raise("commit", Severity.WARNING, 9);
        ExecutorService person = Executors.newSingleThreadExecutor();
        try {
            List<Future<String>> asked = new ArrayList<>();
            storage.alerts().change(slow("commit"), (standing, freshId) -> {
                asked.add(person.submit(() -> acknowledge(alert, "ada", null)));
                await().until(() ->
                        asked.get(0).isDone() || TestDatabase.ask(settings, """
                        select count(*) from pg_stat_activity
                        where wait_event_type = 'Lock' and query like '%acknowledge_performance_alert%'""").equals("1"));
                return seen(sighting(slow("commit"), RECENTLY)).decide(standing, freshId);
            });

            assertThat(asked.get(0).get(60, TimeUnit.SECONDS)).isEqualTo("t");
        } finally {
            person.shutdownNow();
        }

        assertThat(standing("commit").state()).isInstanceOf(Acknowledged.class);
        assertThat(standing("commit").recurrence().occurrences()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({
        "'4711, ''ada''', p_alert_id 4711 is the number of no alert, P0002",
        "'null, ''ada''', p_alert_id null is the number of no alert, P0002",
        "'1, '' ''', p_acknowledged_by, 22023",
        "'1, null', p_acknowledged_by null, 22023"
    })
    void acknowledge_refusesWhatBreaksARuleAndNamesIt(String arguments, String message, String state) {
        assertThatExceptionOfType(SqlRefusal.class)
                .isThrownBy(() -> client.execute("select acknowledge_performance_alert(%s)".formatted(arguments)))
                .withMessageContaining(message)
                .satisfies(refusal -> assertThat(refusal.state()).isEqualTo(state));
    }

    private long raise(String operation, Severity severity, double multiplier) {
        Fingerprint condition = slow(operation);
        Instant now = RECENTLY;
        Evidence evidence = new Evidence(new Figures(4_200, 1_000.5, multiplier), 7L, "ada", null, List.of());
        return storage.alerts()
                .change(condition, seen(new Sighting(condition, severity, evidence, now)))
                .id();
    }

    private String acknowledge(long alert, String by, String note) {
        try (SqlClient one = SqlClient.of(settings)) {
            return one.ask("select acknowledge_performance_alert(%d, '%s', %s)"
                    .formatted(alert, by, note == null ? "null" : "'" + note + "'"));
        }
    }

    private Alert standing(String operation) {
        return storage.alertReader().latest(AlertReader.Which.ALL, 10).stream()
                .map(report -> report.alert())
                .filter(alert -> alert.fingerprint().equals(slow(operation)))
                .findFirst()
                .orElseThrow();
    }
}
