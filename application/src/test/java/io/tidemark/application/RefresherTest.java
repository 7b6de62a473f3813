package io.tidemark.application;

import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.baseline.BaselineFixture;
import io.tidemark.domain.notification.NotificationFixture;
import io.tidemark.domain.notification.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class RefresherTest {
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, new SettableClock(NOON));
    private final AtomicInteger baselineReadings = new AtomicInteger();
    private final AtomicInteger routeReadings = new AtomicInteger();
    private final AtomicInteger otherReadings = new AtomicInteger();
    private final Refresher refresher = Refresher.start(
            storage.signals(),
            Map.of(Topic.BASELINES, this::readBaselines, Topic.ROUTES, routeReadings::incrementAndGet),
            otherReadings::incrementAndGet);
    private volatile boolean away;

    @AfterEach
    void close() {
        refresher.close();
    }

    @Test
    void refresher_readsAllAtTheStart() {
        await().until(() -> otherReadings.get() == 1);

        assertThat(baselineReadings).hasValue(1);
        assertThat(routeReadings).hasValue(1);
    }

    @Test
    void refresher_readsBaselines_whenTheyAreAnnounced() {
        await().until(() -> otherReadings.get() == 1);

        activateABaseline();

        await().until(() -> baselineReadings.get() == 2);
        assertThat(routeReadings).hasValue(1);
    }

    @Test
    void refresher_readsRoutes_whenTheyAreAnnounced() {
        await().until(() -> otherReadings.get() == 1);

        storage.routes().replace(List.of(new Route(Severity.WARNING, List.of(NotificationFixture.TEAM_CHAT))));

        await().until(() -> routeReadings.get() == 2);
        assertThat(baselineReadings).hasValue(1);
    }

    @Test
    void refresher_goesOn_afterAReadingThatFailed_andSaysSo() {
        await().until(() -> otherReadings.get() == 1);
        try (Logged logged = new Logged(Refresher.class)) {
            away = true;
            activateABaseline();
            await().until(() -> !logged.warnings().isEmpty());
            away = false;
            activateABaseline();

            await().until(() -> baselineReadings.get() == 2);
            assertThat(logged.warnings())
                    .containsExactly("What may have changed could not be read; what was read before stays in force");
        }
    }

    @Test
    void close_endsTheReadings() {
        await().until(() -> otherReadings.get() == 1);
        refresher.close();

        storage.routes().replace(List.of());
        AtomicInteger laterCalls = new AtomicInteger();
        storage.signals().subscribe(Topic.ROUTES, laterCalls::incrementAndGet);
        storage.routes().replace(List.of());

        await().until(() -> laterCalls.get() > 0);
        assertThat(routeReadings).hasValue(1);
    }

    private void readBaselines() {
        if (away) {
            throw StorageException.passing("connection refused", null);
        }
        baselineReadings.incrementAndGet();
    }

    private void activateABaseline() {
        storage.baselines().activate(BaselineFixture.aBaseline(1_000, 2));
    }
}
