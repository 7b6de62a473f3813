package io.tidemark.application.alert;

import static io.tidemark.domain.timing.TimingFixture.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.schedule.JobRun;
import io.tidemark.domain.schedule.JobRun.Outcome;
import io.tidemark.domain.schedule.JobStart;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class SystemAlertsTest {
    private final SettableClock clock = new SettableClock(NOON);
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final AtomicBoolean closed = new AtomicBoolean();
    private final AlertDesk desk = DeskFixture.over(storage, clock);

    @Test
    void aJobThatFails_isAnAlertUntilItSucceeds() {
        JobAlerts jobs = new JobAlerts(desk, closed::get);

        jobs.accept(run(Outcome.TIMEOUT));
        jobs.accept(run(Outcome.ERROR));
        assertThat(unresolved()).singleElement().satisfies(alert -> {
            assertThat(alert.fingerprint().type()).isEqualTo(AlertType.SYSTEM);
            assertThat(AlertWording.title(alert)).isEqualTo("job detect: it broke");
            assertThat(alert.recurrence().occurrences()).isEqualTo(2);
        });
        jobs.accept(run(Outcome.SUCCESS));

        assertThat(unresolved()).isEmpty();
    }

    @Test
    void aJobThatSucceeds_isNoAlert() {
        new JobAlerts(desk, closed::get).accept(run(Outcome.SUCCESS));

        assertThat(storage.alertReader().latest(Which.ALL, 10)).isEmpty();
    }

    @Test
    void aJobThatIsCutShortAsItsProcessEnds_isNoAlert() {
        closed.set(true);

        new JobAlerts(desk, closed::get).accept(run(Outcome.ERROR));

        assertThat(unresolved()).isEmpty();
    }

    @Test
    void lostRecordings_areAnAlert_untilNoneWasLostForTenMinutes() {
        AtomicLong lost = new AtomicLong();
        LossAlerts losses = new LossAlerts(desk, lost::get, clock);
        losses.look();
        assertThat(unresolved()).isEmpty();

        lost.set(7);
        losses.look();
        clock.advance(Duration.ofMinutes(9));
        losses.look();
        assertThat(unresolved()).hasSize(1);
        clock.advance(Duration.ofMinutes(1));
        losses.look();

        assertThat(unresolved()).isEmpty();
    }

    private static JobRun run(Outcome outcome) {
        return new JobRun("detect", new JobStart(NOON, NOON, "node", null), NOON, outcome, "it broke");
    }

    private List<Alert> unresolved() {
        return storage.alertReader().latest(Which.UNRESOLVED, 10).stream()
                .map(report -> report.alert())
                .toList();
    }
}
