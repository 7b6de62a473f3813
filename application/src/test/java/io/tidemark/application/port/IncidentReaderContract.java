package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.minute;
import static io.tidemark.application.port.StorageFixture.seen;
import static io.tidemark.application.port.StorageFixture.sighting;
import static io.tidemark.application.port.StorageFixture.slow;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The contract of {@link IncidentReader}. */
public abstract class IncidentReaderContract extends PortContract {
    private static final Set<AlertType> SLOW = Set.of(AlertType.THRESHOLD_EXCEEDED, AlertType.ANOMALY);

    @Test
    void since_tellsThoseThatAreNotResolved_howeverLongAgo() {
        Alert open = raise("commit", 0);

        assertThat(storage.incidents().since(minute(5), SLOW)).containsExactly(open);
    }

    @Test
    void since_tellsResolvedOnesThatWereSeenSince() {
        Alert recent = resolved("commit", 5);
        resolved("merge", 4);

        assertThat(storage.incidents().since(minute(5), SLOW)).containsExactly(recent);
    }

    @Test
    void since_leavesOutOtherTypes() {
        raise("commit", 0);

        assertThat(storage.incidents().since(minute(0), Set.of(AlertType.DEGRADATION)))
                .isEmpty();
    }

    private Alert raise(String operation, int minute) {
        return storage.alerts().change(slow(operation), seen(sighting(slow(operation), minute(minute))));
    }

    private Alert resolved(String operation, int minute) {
        raise(operation, minute);
        return storage.alerts()
                .change(
                        slow(operation),
                        (standing, freshId) ->
                                new Decision(standing.orElseThrow().resolve(minute(minute + 1)), List.of()));
    }
}
