package io.tidemark.application.memory;

import static io.tidemark.application.port.StorageFixture.CHAT;
import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.notice;
import static io.tidemark.application.port.StorageFixture.seen;
import static io.tidemark.application.port.StorageFixture.sighting;
import static io.tidemark.application.port.StorageFixture.slow;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.alert.Alert;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryAlertsTest {
    private final MemoryAlerts alerts = new MemoryAlerts(
            new MemoryOutbox(new SettableClock(RECENTLY), new MemoryAudit(), new MemorySignals()), new MemorySignals());

    @Test
    void change_forgetsTheOldestAlertBeyondTheBound() {
        Alert oldest = see("commit");
        Alert second = see("merge");
        seeOthers(9_999);

        assertThat(kept()).hasSize(10_000).contains(second).doesNotContain(oldest);
    }

    @Test
    void change_forgetsAResolvedAlertBeforeTheOldest() {
        Alert oldest = see("commit");
        see("merge");
        Alert resolved = alerts.change(
                slow("merge"),
                (standing, freshId) -> new Decision(standing.orElseThrow().resolve(RECENTLY), List.of()));
        seeOthers(9_999);

        assertThat(kept()).hasSize(10_000).contains(oldest).doesNotContain(resolved);
    }

    @Test
    void change_raisesAForgottenAlertAnew() {
        Alert oldest = see("commit");
        seeOthers(10_000);

        Alert raisedAnew = see("commit");
        assertThat(raisedAnew.id()).isNotEqualTo(oldest.id());
        assertThat(raisedAnew.recurrence().occurrences()).isOne();
    }

    @Test
    void change_storesNothingWhenTheOutboxIsFull() {
        assertThatThrownBy(() -> alerts.change(slow("commit"), (standing, freshId) -> {
                    Alert alert = Alert.raise(freshId.getAsLong(), sighting(slow("commit"), RECENTLY));
                    return new Decision(alert, Collections.nCopies(10_001, notice(alert, CHAT, "slow")));
                }))
                .isInstanceOf(StorageException.class)
                .hasMessageContaining("cannot take 10001 more");

        assertThat(kept()).isEmpty();
    }

    private void seeOthers(int count) {
        for (int i = 0; i < count; i++) {
            see("operation " + i);
        }
    }

    private Alert see(String operation) {
        return alerts.change(slow(operation), seen(sighting(slow(operation), RECENTLY)));
    }

    private List<Alert> kept() {
        return alerts.latest(Which.ALL, Integer.MAX_VALUE).stream()
                .map(AlertReport::alert)
                .toList();
    }
}
