package io.tidemark.application.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.SettableClock;
import io.tidemark.application.alert.AcknowledgementLinks.Permission;
import io.tidemark.application.alert.AcknowledgementLinks.Reading;
import io.tidemark.application.alert.AcknowledgementLinks.Refusal;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AcknowledgementLinksTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String HOSTILE = "ops \u202E & \"mail\"\n/🌊";

    private final SettableClock clock = new SettableClock(NOON);
    private final Storage storage = Storages.create("memory", StorageSettings.NONE, clock);
    private final AcknowledgementLinks links = new AcknowledgementLinks(storage.links(), clock);

    @Test
    void read_ofATokenThatWasSigned_permits() {
        String token = links.token(12, HOSTILE, NOON);

        assertThat(links.read(token))
                .isEqualTo(new Reading(new Permission(12, HOSTILE, NOON.plus(Duration.ofDays(7))), null));
    }

    @Test
    void token_isFitForAnAddress() {
        assertThat(links.token(12, HOSTILE, NOON)).matches("[A-Za-z0-9_.-]+");
    }

    @Test
    void token_isTheSameForTheSameMessage() {
        assertThat(links.token(12, "ops", NOON)).isEqualTo(links.token(12, "ops", NOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "a.b", "ä.ö", "MTIgOTk5OTk5OTk5OSBvcHM", "MTIgOTk5OTk5OTk5OSBvcHM.", "=.="})
    void read_ofWhatNobodySigned_isForged(String token) {
        assertThat(links.read(token).refusal()).isEqualTo(Refusal.FORGED);
    }

    @Test
    void read_ofAnotherAlertUnderTheSameSignature_isForged() {
        String token = links.token(12, "ops", NOON);
        String claim = new String(
                        Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.'))), StandardCharsets.UTF_8)
                .replaceFirst("12", "13");
        String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(claim.getBytes(StandardCharsets.UTF_8))
                + token.substring(token.indexOf('.'));

        assertThat(links.read(forged).refusal()).isEqualTo(Refusal.FORGED);
    }

    @Test
    void read_ofATokenOfAnotherStorage_isForged() {
        Storage other = Storages.create("memory", StorageSettings.NONE, clock);
        String token = new AcknowledgementLinks(other.links(), clock).token(12, "ops", NOON);

        assertThat(links.read(token).refusal()).isEqualTo(Refusal.FORGED);
    }

    @Test
    void read_whenTheTimeIsOver_isExpired() {
        String token = links.token(12, "ops", NOON);

        clock.advance(AcknowledgementLinks.LASTS.minusSeconds(1));
        assertThat(links.read(token).refusal()).isNull();
        clock.advance(Duration.ofSeconds(1));
        assertThat(links.read(token).refusal()).isEqualTo(Refusal.EXPIRED);
    }

    @Test
    void read_afterUse_isUsed() {
        String token = links.token(12, "ops", NOON);
        Permission permission = new Permission(12, "ops", NOON.plus(AcknowledgementLinks.LASTS));

        assertThat(links.use(token, permission)).isTrue();

        assertThat(links.read(token).refusal()).isEqualTo(Refusal.USED);
        assertThat(links.use(token, permission)).isFalse();
        assertThat(links.read(links.token(12, "chat", NOON)).refusal()).isNull();
    }

    @Test
    void read_ofAnotherSpellingOfAUsedToken_isUsed() {
        String token = links.token(12, "opsx", NOON);
        assertThat(links.use(token, links.read(token).permission())).isTrue();

        String padded = token.replace(".", "=.");
        assertThat(links.read(padded).refusal()).isIn(Refusal.USED, Refusal.FORGED);
    }
}
