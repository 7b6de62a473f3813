package io.tidemark.application.alert;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.seen;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChannelAlertsTest {
    private static final Fingerprint CHAT_DOWN = new Fingerprint(AlertType.CHANNEL_DOWN, "ops-chat", null);

    private final Storage storage = Storages.create("memory", StorageSettings.NONE, Clock.systemUTC());
    private final List<Sighting> raised = new ArrayList<>();
    private final List<Fingerprint> over = new ArrayList<>();
    private final ChannelAlerts alerts = new ChannelAlerts(raised::addAll, over::add, storage.alertReader());

    @Test
    void down_raisesAnAlertAboutTheDestination() {
        alerts.down("ops-chat", "the webhook was revoked", RECENTLY);

        assertThat(raised).singleElement().satisfies(sighting -> {
            assertThat(sighting.fingerprint()).isEqualTo(CHAT_DOWN);
            assertThat(sighting.severity()).isEqualTo(Severity.CRITICAL);
            assertThat(sighting.at()).isEqualTo(RECENTLY);
        });
    }

    @Test
    void down_saysWhatIsWrong() {
        alerts.down("ops-chat", "the webhook was revoked", RECENTLY);

        assertThat(AlertWording.title(Alert.raise(1, raised.get(0))))
                .isEqualTo("Destination ops-chat takes no messages: the webhook was revoked");
    }

    @Test
    void works_endsTheAlert() {
        alerts.works("ops-chat", RECENTLY);

        assertThat(over).containsExactly(CHAT_DOWN);
    }

    @Test
    void down_isKnownOfFromTheOpenAlerts() {
        alerts.down("ops-chat", "the webhook was revoked", RECENTLY);
        storage.alerts().change(CHAT_DOWN, seen(raised.get(0)));

        assertThat(alerts.down()).containsExactly("ops-chat");
    }
}
