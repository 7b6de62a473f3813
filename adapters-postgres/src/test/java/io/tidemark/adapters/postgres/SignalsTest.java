package io.tidemark.adapters.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageFixture;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.notification.Route;
import io.tidemark.domain.timing.Scope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SignalsTest {
    private final Thread caller = Thread.currentThread();
    private static final List<Route> ROUTES = List.of(new Route(Severity.INFO, List.of(StorageFixture.CHAT)));

    @Test
    void listener_hearsWhatAnotherProcessChanged() throws Exception {
        Map<String, String> settings = TestDatabase.freshSchema();
        CountDownLatch called = new CountDownLatch(1);
        try (Storage here = TestDatabase.prepared(settings);
                Storage elsewhere = TestDatabase.storage(settings)) {
            here.signals().subscribe(Topic.ROUTES, called::countDown);

            elsewhere.routes().replace(ROUTES);

            assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void listener_isCalledWhenTheLostConnectionIsFoundAgainAndHearsOn() throws Exception {
        Map<String, String> settings = TestDatabase.freshSchema();
        AtomicInteger calls = new AtomicInteger();
        try (Storage storage = TestDatabase.prepared(settings)) {
            storage.signals().subscribe(Topic.ROUTES, calls::incrementAndGet);

            String ended = TestDatabase.ask(
                    settings,
                    "select count(pg_terminate_backend(pid)) from pg_stat_activity where query like 'listen \"%s\"%%'"
                            .formatted(settings.get("schema")));

            assertThat(ended).isEqualTo("1");
            await().untilAsserted(() -> assertThat(calls).hasValue(1));
            storage.routes().replace(ROUTES);
            await().untilAsserted(() -> assertThat(calls).hasValue(2));
        }
    }

    @Test
    void listener_knowsOfANoticeOfItsOwnProcessOnceTheAlertIsStored() {
        AtomicInteger calls = new AtomicInteger();
        try (Storage storage = TestDatabase.prepared(TestDatabase.freshSchema())) {
            storage.signals().subscribe(Topic.OUTBOX, () -> {
                if (Thread.currentThread() == caller) {
                    calls.incrementAndGet();
                }
            });

            Fingerprint condition = new Fingerprint(AlertType.DEGRADATION, "commit", null);
            Sighting sighting = StorageFixture.sighting(condition, StorageFixture.RECENTLY);
            storage.alerts().change(condition, StorageFixture.seen(sighting));
            assertThat(calls).hasValue(0);

            storage.alerts().change(condition, StorageFixture.seenAndTold(sighting, StorageFixture.CHAT));
            assertThat(calls).hasValue(1);
        }
    }

    @Test
    void listener_isNotCalledForAnotherSchema() throws Exception {
        AtomicInteger calls = new AtomicInteger();
        CountDownLatch called = new CountDownLatch(1);
        Map<String, String> settings = TestDatabase.freshSchema();
        try (Storage here = TestDatabase.prepared(settings);
                Storage other = TestDatabase.prepared(TestDatabase.freshSchema())) {
            here.signals().subscribe(Topic.ROUTES, calls::incrementAndGet);
            here.signals().subscribe(Topic.BASELINES, called::countDown);

            other.routes().replace(ROUTES);
            here.baselines().activate(StorageFixture.baseline(Scope.of("commit"), 4_000));

            assertThat(called.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(calls).hasValue(0);
        }
    }

    @Test
    void subscribe_doesNotFailWhileNobodyAnswers() {
        try (Storage storage = TestDatabase.storage(Map.of("url", "jdbc:postgresql://127.0.0.1:1/nowhere"))) {
            storage.signals().subscribe(Topic.ROUTES, () -> {});

            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .contains("tidemark-signals-tidemark");
        }
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("tidemark-signals-tidemark");
    }
}
