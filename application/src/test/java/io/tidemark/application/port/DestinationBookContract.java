package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.AuditReader.Which;
import io.tidemark.application.port.DestinationBook.Sealed;
import io.tidemark.application.port.DestinationBook.Stored;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of {@link DestinationBook}. */
public abstract class DestinationBookContract extends PortContract {
    private static final Sealed URL = new Sealed("k1", "c2VhbGVk");
    private static final Sealed OTHER_URL = new Sealed("k2", "b3RoZXI=");
    private static final Stored TEAM = new Stored("team/eu west", "slack", 0, Map.of("webhook-url", URL));
    private static final Stored LOG = new Stored("log", "log", 0, Map.of());

    @Test
    void all_isEmptyWithoutDestinations() {
        assertThat(storage.destinations().all()).isEmpty();
    }

    @Test
    void add_keepsEverything_byName() {
        assertThat(add(TEAM)).isTrue();
        assertThat(add(LOG)).isTrue();

        assertThat(storage.destinations().all()).containsExactly(LOG, TEAM);
    }

    @Test
    void add_ofATakenName_changesNothing() {
        add(TEAM);

        assertThat(add(new Stored(TEAM.name(), "log", 0, Map.of()))).isFalse();
        assertThat(storage.destinations().all()).containsExactly(TEAM);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void change_takesThePlaceOfAllValues() {
        add(TEAM);

        assertThat(change(TEAM, Map.of("token", OTHER_URL))).isTrue();
        assertThat(storage.destinations().all())
                .containsExactly(new Stored(TEAM.name(), "slack", 1, Map.of("token", OTHER_URL)));
    }

    @Test
    void change_ofWhatSomebodyElseHasChanged_changesNothing() {
        add(TEAM);
        change(TEAM, Map.of("webhook-url", OTHER_URL));

        assertThat(change(TEAM, Map.of())).isFalse();
        assertThat(storage.destinations().all().get(0).values()).isEqualTo(Map.of("webhook-url", OTHER_URL));
        assertThat(audited()).hasSize(2);
    }

    @Test
    void change_ofWhatIsGone_changesNothing() {
        assertThat(change(TEAM, Map.of())).isFalse();
        assertThat(storage.destinations().all()).isEmpty();
    }

    @Test
    void remove_takesItAwayWithItsValues() {
        add(TEAM);
        add(LOG);

        assertThat(remove(TEAM)).isTrue();
        assertThat(storage.destinations().all()).containsExactly(LOG);
        assertThat(remove(TEAM)).isFalse();
    }

    @Test
    void changes_takeDownTheirEntries() {
        add(TEAM);
        change(TEAM, Map.of());
        remove(TEAM);

        assertThat(audited())
                .containsExactly(entry(Verb.REMOVED, TEAM), entry(Verb.CHANGED, TEAM), entry(Verb.ADDED, TEAM));
    }

    @Test
    void changes_announceDestinations() throws Exception {
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.DESTINATIONS, calls);

        add(TEAM);

        calls.awaitOne();
    }

    private boolean add(Stored destination) {
        return storage.destinations().add(destination, entry(Verb.ADDED, destination));
    }

    private boolean change(Stored seen, Map<String, Sealed> values) {
        return storage.destinations().change(seen, values, entry(Verb.CHANGED, seen));
    }

    private boolean remove(Stored destination) {
        return storage.destinations().remove(destination.name(), entry(Verb.REMOVED, destination));
    }

    private List<AuditEntry> audited() {
        return storage.auditReader().latest(Which.ALL, 10);
    }

    private static AuditEntry entry(Verb verb, Stored destination) {
        return new AuditEntry(minute(1), "ada", new Deed(verb, "destination", destination.name()), null, "said");
    }
}
