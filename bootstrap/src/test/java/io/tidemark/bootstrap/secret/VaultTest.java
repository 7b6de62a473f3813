package io.tidemark.bootstrap.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.tidemark.application.port.DestinationBook.Sealed;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VaultTest {
    private static final String URL = "https://hooks.example.org/planted";
    private static final Label TEAM = new Label("team", "slack", "webhook-url");

    private final String first = Vault.newKey();
    private final String second = Vault.newKey();
    private final Vault vault = Vault.of(List.of(first));

    static List<Label> otherLabels() {
        return List.of(
                new Label("other", "slack", "webhook-url"),
                new Label("team", "webhook", "webhook-url"),
                new Label("team", "slack", "token"),
                // The same letters, cut elsewhere.
                new Label("teams", "lack", "webhook-url"));
    }

    @Test
    void open_givesBackWhatWasSealed() {
        assertThat(vault.open(TEAM, vault.seal(TEAM, URL))).isEqualTo(URL);
    }

    @Test
    void seal_ofTheSameTwice_showsNothingInCommon() {
        assertThat(vault.seal(TEAM, URL).text())
                .isNotEqualTo(vault.seal(TEAM, URL).text());
    }

    @ParameterizedTest
    @MethodSource("otherLabels")
    void open_refusesWhatWasSealedForAnotherLabel(Label other) {
        Sealed sealed = vault.seal(TEAM, URL);

        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> vault.open(other, sealed))
                .withMessageContaining(
                        other.key() + " of destination '" + other.destination() + "' cannot be decrypted")
                .withMessageContaining("tidemark channels change");
    }

    @Test
    void open_refusesWhatWasTamperedWith_whicheverByte() {
        Sealed sealed = vault.seal(TEAM, URL);
        byte[] bytes = Base64.getDecoder().decode(sealed.text());

        for (int place = 0; place < bytes.length; place++) {
            byte[] tampered = bytes.clone();
            tampered[place] ^= 1;
            Sealed wrong = new Sealed(sealed.keyId(), Base64.getEncoder().encodeToString(tampered));
            assertThatExceptionOfType(VaultException.class)
                    .as("byte %d", place)
                    .isThrownBy(() -> vault.open(TEAM, wrong))
                    .withMessageNotContaining("planted");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AAAA", "no base 64!", "https://hooks.example.org/planted"})
    void open_neverGivesBackWhatIsNotEncrypted(String raw) {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> vault.open(TEAM, new Sealed(vault.keys().get(0), raw)))
                .withMessageNotContaining("planted");
    }

    @Test
    void open_withAnotherKey_namesTheKeyThatIsMissing() {
        Sealed sealed = vault.seal(TEAM, URL);

        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> Vault.of(List.of(second)).open(TEAM, sealed))
                .withMessageContaining(sealed.keyId())
                .withMessageContaining("destination 'team'")
                .withMessageNotContaining(first)
                .withMessageNotContaining(second);
    }

    @Test
    void open_underTheNameOfAnotherKey_isRefused() {
        Sealed sealed = vault.seal(TEAM, URL);
        Vault both = Vault.of(List.of(second, first));

        // The name tells which key is missing; which one it is, the ciphertext says itself.
        assertThat(both.open(TEAM, new Sealed(both.keys().get(0), sealed.text())))
                .isEqualTo(URL);
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> Vault.of(List.of(second))
                        .open(TEAM, new Sealed(both.keys().get(0), sealed.text())));
    }

    @Test
    void severalKeys_decrypt_andTheFirstEncrypts() {
        Sealed old = vault.seal(TEAM, URL);
        Vault both = Vault.of(List.of(second, first));

        assertThat(both.open(TEAM, old)).isEqualTo(URL);
        assertThat(both.isCurrent(old)).isFalse();
        assertThat(both.isCurrent(both.seal(TEAM, URL))).isTrue();
        assertThat(Vault.of(List.of(second)).open(TEAM, both.seal(TEAM, URL))).isEqualTo(URL);
    }

    @Test
    void withoutAKey_nothingIsStored() {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> Vault.of(List.of()).seal(TEAM, URL))
                .withMessageContaining("tidemark secrets new-key")
                .withMessageNotContaining("planted");
    }

    @Test
    void of_refusesWhatIsNoKey_withoutRepeatingIt() {
        assertThatExceptionOfType(VaultException.class)
                .isThrownBy(() -> Vault.of(List.of("planted")))
                .withMessageContaining("tidemark secrets new-key")
                .withMessageNotContaining("planted");
    }

    @Test
    void toString_tellsNoKey() {
        assertThat(Vault.of(List.of(first, second)).toString())
                .doesNotContain(first)
                .doesNotContain(second);
    }
}
