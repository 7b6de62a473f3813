package io.tidemark.application.alert;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tidemark.application.port.LinkBook;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Signs and reads the tokens with which whoever reads a message acknowledges its alert, without an account: for one alert,
 * once, for some days. A token says which alert, whom it was sent to and when it ends, and carries an HMAC-SHA256 of that
 * under a key of the storage; the same message gets the same token on every node and at every attempt.
 */
public final class AcknowledgementLinks {
    /** Long enough for a long weekend. */
    public static final Duration LASTS = Duration.ofDays(7);

    private static final String ALGORITHM = "HmacSHA256";
    /** Half of the HMAC, as RFC 2104 allows: 128 bits cannot be guessed, and links stay short. */
    private static final int SIGNATURE_BYTES = 16;

    private static final int LONGEST_TOKEN = 1_000;
    private static final Pattern CLAIM = Pattern.compile("([0-9]{1,18}) ([0-9]{1,18}) (.+)", Pattern.DOTALL);

    private final LinkBook book;
    private final Clock clock;
    private volatile byte @Nullable [] key;

    public AcknowledgementLinks(LinkBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /**
     * What a token allows.
     *
     * @param alertId which alert may be acknowledged
     * @param destination where the token was sent to
     * @param expires from when on it is void
     */
    public record Permission(long alertId, String destination, Instant expires) {}

    /** Why a token allows nothing. */
    public enum Refusal {
        /** Nobody here has signed it. */
        FORGED,
        /** Its time is over. */
        EXPIRED,
        /** It has done its work. */
        USED
    }

    /**
     * What became of reading a token: either a permission, or the reason why there is none.
     *
     * @param permission what it allows, or null
     * @param refusal why it allows nothing, or null
     */
    public record Reading(
            @Nullable Permission permission, @Nullable Refusal refusal) {}

    /** A token for the message that was decided at an instant. */
    public String token(long alertId, String destination, Instant decidedAt) {
        long end = decidedAt.plus(LASTS).getEpochSecond();
        byte[] claim = "%d %d %s".formatted(alertId, end, destination).getBytes(UTF_8);
        return encoded(claim) + "." + encoded(signature(claim));
    }

    /** Says whether a token allows anything, and what; uses nothing up. */
    public Reading read(String token) {
        Optional<Permission> signed = signed(token);
        if (signed.isEmpty()) {
            return new Reading(null, Refusal.FORGED);
        }
        if (!clock.instant().isBefore(signed.get().expires())) {
            return new Reading(null, Refusal.EXPIRED);
        }
        return book.isUsed(id(token)) ? new Reading(null, Refusal.USED) : new Reading(signed.get(), null);
    }

    /** Voids a token that has done its work; of two who do so at once, one hears yes. */
    public boolean use(String token, Permission permission) {
        return book.use(id(token), permission.expires());
    }

    /** The signature is checked before anything is made of what it signs. */
    private Optional<Permission> signed(String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        try {
            byte[] claim = Base64.getUrlDecoder().decode(token.substring(0, dot));
            byte[] signature = Base64.getUrlDecoder().decode(token.substring(dot + 1));
            return MessageDigest.isEqual(signature, signature(claim)) ? permission(claim) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    private static Optional<Permission> permission(byte[] claim) {
        Matcher parts = CLAIM.matcher(new String(claim, UTF_8));
        return parts.matches()
                ? Optional.of(new Permission(
                        Long.parseLong(parts.group(1)),
                        parts.group(3),
                        Instant.ofEpochSecond(Long.parseLong(parts.group(2)))))
                : Optional.empty();
    }

    /** Tells a token from all others; base64 has several spellings of the same bytes, the claim has one. */
    private static String id(String token) {
        byte[] claim = Base64.getUrlDecoder().decode(token.substring(0, token.indexOf('.')));
        return encoded(claim);
    }

    private byte[] signature(byte[] claim) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key(), ALGORITHM));
            return Arrays.copyOf(mac.doFinal(claim), SIGNATURE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is part of every Java platform", e);
        }
    }

    private byte[] key() {
        byte[] known = key;
        if (known == null) {
            known = book.signingKey();
            key = known;
        }
        return known;
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
