package io.tidemark.channel.webhook;

import io.tidemark.channel.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs a body, so that the receiver knows who sent it, and when. */
record Signature(Secret secret) {
    private static final String ALGORITHM = "HmacSHA256";

    /**
     * The value of the header. It holds the time of the attempt, not of the message: receivers turn away what is old, so
     * that nobody can send it again, and a message may be tried again for a day.
     */
    String of(Instant at, byte[] body) {
        String time = Long.toString(at.getEpochSecond());
        return "t=" + time + ",v1=" + HexFormat.of().formatHex(mac(time, body));
    }

    private byte[] mac(String time, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(StandardCharsets.UTF_8), ALGORITHM));
            mac.update((time + ".").getBytes(StandardCharsets.UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Every Java has " + ALGORITHM + ", but this one", failure);
        }
    }
}
