package io.tidemark.application.quiet;

import static io.tidemark.application.quiet.QuietWorld.silence;
import static io.tidemark.domain.alert.AlertFixture.aSighting;
import static io.tidemark.domain.alert.Severity.INFO;
import static io.tidemark.domain.alert.Severity.WARNING;
import static io.tidemark.domain.notification.NotificationFixture.TEAM_CHAT;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.alert.Desk;
import io.tidemark.application.alert.Router;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.domain.alert.AlertPolicy;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.notification.Route;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.quiet.Recurrence;
import io.tidemark.domain.quiet.Timetable;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The stages at the desk that asks them. */
class QuietAtWorkTest {
    private final QuietWorld world = new QuietWorld();
    private final Router router = new Router(world.storage.routes());
    private final Silences silences = new Silences(world.storage.silences(), world.labels, world.clock);
    private final MaintenanceWindows windows = new MaintenanceWindows(world.storage.windows(), world.labels);
    private final Desk desk =
            Desk.over(world.storage, AlertPolicy.DEFAULT, List.of(windows, silences), router, world.clock);

    @BeforeEach
    void route() {
        world.storage.routes().replace(List.of(new Route(INFO, List.of(TEAM_CHAT))));
        router.refresh();
    }

    @Test
    void whatStillFires_isTold_whenTheWindowCloses() {
        MaintenanceWindow lunch = new MaintenanceWindow(
                "lunch", new Timetable(Recurrence.parse("daily 11:30-12:02"), ZoneOffset.UTC), List.of(), null, true);
        new WindowDesk(world.storage.windows(), world.clock).set(lunch, "ada");
        windows.refresh();

        desk.alerts().see(List.of(aSighting(WARNING, 3)));
        assertThat(told()).isZero();

        world.clock.advance(Duration.ofMinutes(1));
        desk.rounds().look(10);
        assertThat(told()).isZero();

        world.clock.advance(Duration.ofMinutes(1));
        desk.rounds().look(10);
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void whatStillFires_isToldAtOnce_whenTheSilenceIsEnded() {
        long id = world.desk
                .add(silence(Duration.ofHours(5), "operation=commit"))
                .filed()
                .id();
        silences.refresh();
        desk.alerts().see(List.of(aSighting(WARNING, 3)));
        assertThat(told()).isZero();

        world.clock.advance(Duration.ofSeconds(5));
        world.desk.expire(id, "bob");
        assertThat(silences.hasChanged()).isTrue();
        world.storage.alerts().lookAgain(Set.of(QuietReason.SILENCED), world.clock.instant());
        desk.rounds().look(10);

        assertThat(told()).isEqualTo(1);
    }

    private long told() {
        return world.storage.alertReader().latest(Which.ALL, 10).stream()
                .map(AlertReport::told)
                .mapToLong(List::size)
                .sum();
    }
}
