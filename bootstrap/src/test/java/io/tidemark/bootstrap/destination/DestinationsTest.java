package io.tidemark.bootstrap.destination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.application.port.DestinationBook.Sealed;
import io.tidemark.application.port.DestinationBook.Stored;
import io.tidemark.application.port.Health;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.bootstrap.secret.Vault;
import io.tidemark.bootstrap.settings.DestinationSettings;
import io.tidemark.bootstrap.settings.Place;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DestinationsTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-21T12:00:00Z"), ZoneOffset.UTC);
    private static final Map<String, String> VALUES = Map.of("webhook-url", "https://hooks.example.org/planted");
    private static final Place NOWHERE = new Place("tidemark.yaml", 7, 3);

    private final String oldKey = Vault.newKey();
    private final String newKey = Vault.newKey();
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, NOON);
    private final Opener opener = EchoChannelFactory.opener(NOON);

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void otherNodes_findWhatWasAdded_whenTheyLookAgain() {
        Destinations other = destinations(oldKey);
        desk(oldKey).add("team", "echo", VALUES, "ada");
        assertThat(other.byName()).isEmpty();

        other.refresh();

        assertThat(other.byName()).containsOnlyKeys("team");
    }

    @Test
    void whatHasNotChanged_staysOpen() {
        desk(oldKey).add("team", "echo", VALUES, "ada");
        Destinations destinations = destinations(oldKey);
        destinations.refresh();
        var before = destinations.byName().get("team");

        desk(oldKey).add("other", "echo", VALUES, "ada");
        destinations.refresh();

        assertThat(destinations.byName().get("team")).isSameAs(before);
    }

    @Test
    void withAWrongKey_theDestinationIsDownAndSaysWhy_andOthersWork() {
        desk(oldKey).add("old", "echo", VALUES, "ada");
        desk(newKey).add("new", "echo", VALUES, "ada");
        Destinations destinations = destinations(newKey);

        destinations.refresh();

        assertThat(destinations.health()).containsOnlyKeys("new", "old").containsEntry("new", Health.up("ok"));
        assertThat(destinations.health().get("old").up()).isFalse();
        assertThat(destinations.health().get("old").detail())
                .contains("webhook-url of destination 'old'")
                .contains("put that key into secrets.key again")
                .doesNotContain("planted");
    }

    @Test
    void withATamperedRecord_theDestinationIsDown() {
        desk(oldKey).add("team", "echo", VALUES, "ada");
        Stored stored = storage.destinations().all().get(0);
        Sealed raw = new Sealed(stored.values().get("webhook-url").keyId(), "https://evil.example/");
        storage.destinations().change(stored, Map.of("webhook-url", raw), entry());
        Destinations destinations = destinations(oldKey);

        destinations.refresh();

        assertThat(destinations.health().get("team").up()).isFalse();
        assertThat(destinations.health().get("team").detail()).contains("cannot be decrypted");
    }

    @Test
    void withoutAKey_nothingIsAdded() {
        DestinationDesk desk = desk();

        assertThatExceptionOfType(DestinationRefusedException.class)
                .isThrownBy(() -> desk.add("team", "echo", VALUES, "ada"))
                .withMessageContaining("tidemark secrets new-key");
        assertThat(storage.destinations().all()).isEmpty();
    }

    @Test
    void theSettings_win_andCannotBeChangedHere() {
        desk(oldKey).add("team", "echo", VALUES, "ada");
        Map<String, DestinationSettings> settings =
                Map.of("team", new DestinationSettings("echo", VALUES, NOWHERE, Map.of()));
        Vault vault = Vault.of(List.of(oldKey));
        Destinations destinations = new Destinations(
                EchoChannelFactory.configured(opener, settings), storage.destinations(), vault, opener);
        destinations.refresh();
        DestinationDesk desk = new DestinationDesk(destinations, storage.destinations(), vault, opener, NOON);

        assertThat(desk.list()).hasSize(1).allMatch(DestinationDesk.Listed::configured);
        assertThatExceptionOfType(DestinationRefusedException.class)
                .isThrownBy(() -> desk.change("team", VALUES, Set.of(), "ada"))
                .withMessageContaining("settings file");
        assertThatExceptionOfType(DestinationRefusedException.class).isThrownBy(() -> desk.remove("team", "ada"));
        assertThatExceptionOfType(DestinationRefusedException.class)
                .isThrownBy(() -> desk.add("team", "echo", VALUES, "ada"));
    }

    @Test
    void rotation_movesEverythingToTheFirstKey() {
        desk(oldKey).add("team", "echo", VALUES, "ada");
        desk(newKey).add("new", "echo", VALUES, "ada");

        Rotation.Report report = rotation(newKey, oldKey).run("ada");

        assertThat(report).isEqualTo(new Rotation.Report(List.of("team"), 1, List.of()));
        Destinations destinations = destinations(newKey);
        destinations.refresh();
        assertThat(destinations.health())
                .hasSize(2)
                .allSatisfy((name, health) -> assertThat(health.up()).isTrue());
    }

    @Test
    void rotation_doneAgain_findsNothingToDo() {
        desk(oldKey).add("team", "echo", VALUES, "ada");
        rotation(newKey, oldKey).run("ada");

        assertThat(rotation(newKey, oldKey).run("ada")).isEqualTo(new Rotation.Report(List.of(), 1, List.of()));
    }

    @Test
    void rotation_leavesWhatItCannotRead_andGoesOn() {
        desk(Vault.newKey()).add("lost", "echo", VALUES, "ada");
        desk(oldKey).add("team", "echo", VALUES, "ada");

        Rotation.Report report = rotation(newKey, oldKey).run("ada");

        assertThat(report.rotated()).containsExactly("team");
        assertThat(report.problems()).singleElement().asString().contains("webhook-url of destination 'lost'");
    }

    private DestinationDesk desk(String... keys) {
        return new DestinationDesk(destinations(keys), storage.destinations(), Vault.of(List.of(keys)), opener, NOON);
    }

    private Destinations destinations(String... keys) {
        return new Destinations(
                EchoChannelFactory.configured(opener, Map.of()),
                storage.destinations(),
                Vault.of(List.of(keys)),
                opener);
    }

    private Rotation rotation(String... keys) {
        return new Rotation(storage.destinations(), Vault.of(List.of(keys)), NOON);
    }

    private static AuditEntry entry() {
        return new AuditEntry(NOON.instant(), "eve", new Deed(Verb.CHANGED, "destination", "team"), null, null);
    }
}
