package io.tidemark.bootstrap.callback;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.bootstrap.settings.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks who sent a callback, by the HMAC-SHA256 that the vendors put into a header. Compares in constant time. */
public final class Signature {
    /** How far the time that Slack signs may be from now: what is older may be a recording. */
    static final Duration SLACK_TOLERANCE = Duration.ofMinutes(5);

    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    /**
     * Whether Slack sent this body just now: <a href="https://docs.slack.dev/authentication/verifying-requests-from-slack">
     * verifying requests from Slack</a>.
     *
     * @param timestamp the header {@code X-Slack-Request-Timestamp}
     * @param signature the header {@code X-Slack-Signature}
     */
    public static boolean isSlacks(Secret secret, String timestamp, byte[] body, String signature, Instant now) {
        if (!timestamp.matches("[0-9]{1,12}")) {
            return false;
        }
        Duration away = Duration.between(Instant.ofEpochSecond(Long.parseLong(timestamp)), now)
                .abs();
        byte[] head = "v0:%s:".formatted(timestamp).getBytes(UTF_8);
        return away.compareTo(SLACK_TOLERANCE) <= 0 && isEqual("v0=" + hmac(secret, head, body), signature);
    }

    /**
     * Whether PagerDuty sent this body: <a href="https://developer.pagerduty.com/docs/verifying-webhook-signatures">webhook
     * signatures</a>. While a secret is being replaced there are several, of which one must be right.
     *
     * @param signatures the header {@code X-PagerDuty-Signature}
     */
    public static boolean isPagerDutys(Secret secret, byte[] body, String signatures) {
        String expected = "v1=" + hmac(secret, new byte[0], body);
        return Stream.of(signatures.split(",", -1)).map(String::strip).anyMatch(one -> isEqual(expected, one));
    }

    private static boolean isEqual(String expected, String claimed) {
        return MessageDigest.isEqual(expected.getBytes(UTF_8), claimed.getBytes(UTF_8));
    }

    private static String hmac(Secret secret, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.reveal().getBytes(UTF_8), ALGORITHM));
            mac.update(head);
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", e);
        }
    }
}
