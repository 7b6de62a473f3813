package io.tidemark.bootstrap.secret;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.aead.AeadConfig2026;
import io.tidemark.application.port.DestinationBook.Sealed;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts values with XChaCha20-Poly1305, whose nonces are long enough to be drawn at random. Several keys may be given:
 * the first encrypts, all decrypt. Without keys it refuses both. Safe for several threads.
 */
public final class Vault {
    private static final String HOW_TO_GET_A_KEY = "make a key with 'tidemark secrets new-key', put it into a file that"
            + " secrets.key-file names, or into TIDEMARK_SECRETS_KEY, on every daemon, and start them again";

    private final List<String> keys;
    private final @Nullable Aead aead;

    private Vault(List<String> keys, @Nullable Aead aead) {
        this.keys = keys;
        this.aead = aead;
    }

    /**
     * Makes a vault.
     *
     * @param texts the keys as they were printed; the one to encrypt with first
     * @throws VaultException when one of them is no key
     */
    public static Vault of(List<String> texts) {
        try {
            Map<Integer, SecretKey> byId = new LinkedHashMap<>();
            for (String text : texts) {
                SecretKey key = SecretKey.parse(text);
                byId.putIfAbsent(key.id(), key);
            }
            List<SecretKey> keys = List.copyOf(byId.values());
            return new Vault(keys.stream().map(SecretKey::name).toList(), keys.isEmpty() ? null : aead(keys));
        } catch (GeneralSecurityException e) {
            throw new VaultException("the keys of secrets.key cannot be used", e);
        }
    }

    /** A key that was never used before, as it is to be put into the settings. */
    public static String newKey() {
        return SecretKey.fresh();
    }

    /** The names of the keys; the first one encrypts. */
    public List<String> keys() {
        return keys;
    }

    /**
     * Encrypts a value under the first key.
     *
     * @throws VaultException when there is no key
     */
    public Sealed seal(Label label, String value) {
        if (aead == null) {
            throw new VaultException("%s cannot be stored, as no key to encrypt it with is configured: %s"
                    .formatted(label, HOW_TO_GET_A_KEY));
        }
        try {
            byte[] sealed = aead.encrypt(value.getBytes(UTF_8), label.associatedData());
            return new Sealed(keys.get(0), Base64.getEncoder().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new VaultException("%s cannot be encrypted".formatted(label), e);
        }
    }

    /**
     * Decrypts a value.
     *
     * @throws VaultException when its key is missing, or it is not what was encrypted for this label
     */
    public String open(Label label, Sealed sealed) {
        if (aead == null || !keys.contains(sealed.keyId())) {
            throw new VaultException(
                    "%s is encrypted under the key %s, which is not configured (%s): put that key into secrets.key again, or set the value anew with 'tidemark channels change'"
                            .formatted(label, sealed.keyId(), keys.isEmpty() ? "none is" : "only " + keys));
        }
        try {
            byte[] text = Base64.getDecoder().decode(sealed.text());
            return new String(aead.decrypt(text, label.associatedData()), UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new VaultException(
                    "%s cannot be decrypted: somebody has changed it in the database, or copied it from elsewhere. Set it anew with 'tidemark channels change'"
                            .formatted(label),
                    e);
        }
    }

    /** Whether a value is encrypted under the first key. */
    public boolean isCurrent(Sealed sealed) {
        return !keys.isEmpty() && keys.get(0).equals(sealed.keyId());
    }

    @Override
    public String toString() {
        return "Vault[keys " + keys + "]";
    }

    private static Aead aead(List<SecretKey> keys) throws GeneralSecurityException {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder();
        for (SecretKey key : keys) {
            KeysetHandle.Builder.Entry entry =
                    KeysetHandle.importKey(key.forTink()).withFixedId(key.id());
            builder.addEntry(key == keys.get(0) ? entry.makePrimary() : entry);
        }
        return builder.build().getPrimitive(AeadConfig2026.get(), Aead.class);
    }
}
