package io.tidemark.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.application.SettableClock;
import io.tidemark.application.access.TokenDesk.Issued;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.domain.access.AccessToken;
import io.tidemark.domain.access.Role;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GatekeeperTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final SettableClock clock = new SettableClock(NOON);
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final Gatekeeper gatekeeper = new Gatekeeper(storage.tokens(), clock);
    private final TokenDesk desk = new TokenDesk(storage.tokens(), gatekeeper, clock);

    @AfterEach
    void close() {
        storage.close();
    }

    @Test
    void find_knowsWhoseTokenItIs() {
        Issued root = desk.issue("root", Role.ADMIN, null, "ada");

        assertThat(gatekeeper.find(root.text())).contains(root.token());
        assertThat(gatekeeper.find(root.text() + "x")).isEmpty();
        assertThat(gatekeeper.find("")).isEmpty();
    }

    @Test
    void find_ofAnExpiredToken_isEmpty() {
        desk.issue("root", Role.ADMIN, null, "ada");
        Issued brief = desk.issue("brief", Role.VIEWER, Duration.ofMinutes(1), "ada");

        clock.advance(Duration.ofSeconds(59));
        assertThat(gatekeeper.find(brief.text())).isPresent();
        clock.advance(Duration.ofSeconds(1));
        assertThat(gatekeeper.find(brief.text())).isEmpty();
    }

    @Test
    void isUnguarded_untilTheFirstToken_andNeverAgain() {
        assertThat(gatekeeper.isUnguarded()).isTrue();
        desk.issue("root", Role.ADMIN, null, "ada");
        desk.issue("spare", Role.ADMIN, null, "ada");
        desk.revoke("root", "ada");

        assertThatExceptionOfType(TokenRefusedException.class).isThrownBy(() -> desk.revoke("spare", "ada"));
        assertThat(gatekeeper.isUnguarded()).isFalse();
    }

    @Test
    void refresh_findsWhatOtherNodesHaveMade() {
        Gatekeeper other = new Gatekeeper(storage.tokens(), clock);
        Issued root = desk.issue("root", Role.ADMIN, null, "ada");
        assertThat(other.find(root.text())).isEmpty();

        other.refresh();

        assertThat(other.find(root.text())).map(AccessToken::name).contains("root");
    }

    @Test
    void refresh_notesWhenTokensWereUsed() {
        Issued root = desk.issue("root", Role.ADMIN, null, "ada");
        clock.advance(Duration.ofMinutes(5));
        gatekeeper.find(root.text());

        gatekeeper.refresh();

        assertThat(storage.tokens().all().get(0).lastUsed()).isEqualTo(NOON.plusSeconds(300));
    }

    @Test
    void issued_neverPrintsTheToken() {
        Issued root = desk.issue("root", Role.ADMIN, null, "ada");

        assertThat(root.toString()).contains("root").doesNotContain(root.text());
    }
}
