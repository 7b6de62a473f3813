package io.tidemark.application.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The contract of {@link LinkBook}. */
public abstract class LinkBookContract extends PortContract {
    private static final Instant FAR = Instant.parse("2100-01-01T00:00:00Z");

    @Test
    void signingKey_isTheSameEverAfter() {
        byte[] key = storage.links().signingKey();

        assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
        assertThat(storage.links().signingKey()).isEqualTo(key);
    }

    @Test
    void isUsed_ofAFreshLink_isFalse() {
        assertThat(storage.links().isUsed("a")).isFalse();
    }

    @Test
    void use_worksOnce() {
        assertThat(storage.links().use("a", FAR)).isTrue();

        assertThat(storage.links().isUsed("a")).isTrue();
        assertThat(storage.links().use("a", FAR)).isFalse();
        assertThat(storage.links().use("b", FAR)).isTrue();
    }

    @Test
    void use_ofTwoAtOnce_letsOneWin() throws Exception {
        List<Boolean> answers = AtOnce.run(List.of(
                () -> storage.links().use("a", FAR), () -> storage.links().use("a", FAR)));

        assertThat(answers).containsExactlyInAnyOrder(true, false);
    }
}
