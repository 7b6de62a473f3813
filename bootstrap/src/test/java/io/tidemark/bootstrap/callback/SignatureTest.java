package io.tidemark.bootstrap.callback;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.bootstrap.settings.Secret;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    /** The worked example of Slack's own documents: "Verifying requests from Slack". */
    private static final Secret SLACKS_SECRET = new Secret("8f742231b10e8888abcd99yyyzzz85a5");

    private static final String SLACKS_TIMESTAMP = "1531420618";
    private static final byte[] SLACKS_BODY =
            ("token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow&channel_id=G8PSS9T3V"
                            + "&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner&command=%2Fwebhook-collect&text="
                            + "&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
                            + "%2F96rGlfmibIGlgcZRskXaIFfN&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c")
                    .getBytes(UTF_8);
    private static final String SLACKS_SIGNATURE =
            "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
    private static final Instant THEN = Instant.ofEpochSecond(1_531_420_618);

    private static final Secret PAGERDUTYS_SECRET = new Secret("a secret");
    private static final byte[] EVENT = "{\"event\":{}}".getBytes(UTF_8);

    @Test
    void isSlacks_takesTheExampleOfSlack() {
        assertThat(isSlacks(SLACKS_TIMESTAMP, SLACKS_SIGNATURE, THEN)).isTrue();
    }

    @Test
    void isSlacks_refusesWhatIsLateOrFromTheFuture() {
        Duration within = Signature.SLACK_TOLERANCE;
        assertThat(isSlacks(SLACKS_TIMESTAMP, SLACKS_SIGNATURE, THEN.plus(within)))
                .isTrue();
        assertThat(isSlacks(
                        SLACKS_TIMESTAMP, SLACKS_SIGNATURE, THEN.plus(within).plusSeconds(1)))
                .isFalse();
        assertThat(isSlacks(
                        SLACKS_TIMESTAMP, SLACKS_SIGNATURE, THEN.minus(within).minusSeconds(1)))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "99999999999999999999", "1531420619"})
    void isSlacks_refusesAnotherTime(String timestamp) {
        assertThat(isSlacks(timestamp, SLACKS_SIGNATURE, THEN)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v0=", "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503", "v0=00"})
    void isSlacks_refusesAnotherSignature(String signature) {
        assertThat(isSlacks(SLACKS_TIMESTAMP, signature, THEN)).isFalse();
    }

    @Test
    void isPagerDutys_takesAnyOfItsSignatures() throws GeneralSecurityException {
        String right = "v1=" + hmac(EVENT);

        assertThat(isPagerDutys(right)).isTrue();
        assertThat(isPagerDutys("v1=" + "0".repeat(64) + ", " + right)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",", "v1=", "v1=0000", "v2=0000"})
    void isPagerDutys_refusesOthers(String signatures) {
        assertThat(isPagerDutys(signatures)).isFalse();
    }

    private static boolean isSlacks(String timestamp, String signature, Instant now) {
        return Signature.isSlacks(SLACKS_SECRET, timestamp, SLACKS_BODY, signature, now);
    }

    private static boolean isPagerDutys(String signatures) {
        return Signature.isPagerDutys(PAGERDUTYS_SECRET, EVENT, signatures);
    }

    private static String hmac(byte[] body) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(PAGERDUTYS_SECRET.reveal().getBytes(UTF_8), "HmacSHA256"));
        return HexFormat.of().formatHex(mac.doFinal(body));
    }
}
