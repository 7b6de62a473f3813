package io.tidemark.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class SecretTest {
    @Test
    void toString_showsNothing() {
        assertThat(Secret.of("hush")).hasToString("***");
    }

    @Test
    void equals_comparesTheValue() {
        assertThat(Secret.of("hush")).isEqualTo(Secret.of("hush")).isNotEqualTo(Secret.of("other"));
    }

    @Test
    void of_refusesNothing() {
        assertThatIllegalArgumentException().isThrownBy(() -> Secret.of(""));
    }

    @Test
    void removeFrom_masksTheValueEverywhere() {
        assertThat(Secret.of("hush").removeFrom("hush, hush!")).isEqualTo("***, ***!");
    }

    @Test
    void removeFrom_masksTheTellingPartsOfAnAddress() {
        Secret address = Secret.of("https://example.org/services/T024BE7LH/s3cr3tt0k3n?auth=abcdefgh");
        assertThat(address.removeFrom("example.org said: no hook s3cr3tt0k3n of T024BE7LH for auth abcdefgh"))
                .isEqualTo("example.org said: no hook *** of *** for auth ***");
    }
}
