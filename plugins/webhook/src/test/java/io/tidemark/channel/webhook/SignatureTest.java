package io.tidemark.channel.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.channel.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SignatureTest {
    /** By {@code printf '1795183385.{"version":1}' | openssl dgst -sha256 -hmac key}. */
    @Test
    void signature_isTheOneOfOpenssl() {
        byte[] body = "{\"version\":1}".getBytes(StandardCharsets.UTF_8);
        assertThat(new Signature(Secret.of("key")).of(Instant.ofEpochSecond(1_795_183_385), body))
                .isEqualTo("t=1795183385,v1=b85558e9f9271961aaa9c580b0423dde16dd7fd260b5da7078241539ec233097");
    }

    @Test
    void signature_printsNoSecret() {
        assertThat(new Signature(Secret.of("a-signing-key"))).asString().doesNotContain("a-signing-key");
    }
}
