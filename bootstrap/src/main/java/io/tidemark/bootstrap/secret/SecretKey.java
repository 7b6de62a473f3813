package io.tidemark.bootstrap.secret;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.aead.XChaCha20Poly1305Key;
import com.google.crypto.tink.aead.XChaCha20Poly1305Parameters.Variant;
import com.google.crypto.tink.util.SecretBytes;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A key that values are encrypted under: 256 random bits, with an id that can be told without telling the key. */
final class SecretKey {
    private static final String PREFIX = "tidemark_key_";
    private static final Pattern TEXT = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final int BYTES = 32;

    private final byte[] bytes;
    private final int id;

    private SecretKey(byte[] bytes, int id) {
        this.bytes = bytes;
        this.id = id;
    }

    static String fresh() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static SecretKey parse(String text) throws GeneralSecurityException {
        if (!TEXT.matcher(text).matches()) {
            throw new VaultException("a key of secrets.key must be one that 'tidemark secrets new-key' has printed:"
                    + " %s and 43 characters more".formatted(PREFIX));
        }
        byte[] bytes = Base64.getUrlDecoder().decode(text.substring(PREFIX.length()));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("id of ".getBytes(US_ASCII));
        return new SecretKey(bytes, ByteBuffer.wrap(digest.digest(bytes)).getInt());
    }

    int id() {
        return id;
    }

    String name() {
        return HexFormat.of().toHexDigits(id);
    }

    /** The kind of key is a promise: what was stored could not be read under another. */
    @AccessesPartialKey
    XChaCha20Poly1305Key forTink() throws GeneralSecurityException {
        return XChaCha20Poly1305Key.create(
                Variant.TINK, SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()), id);
    }

    @Override
    public String toString() {
        return "SecretKey[" + name() + "]";
    }
}
