package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.audit.AuditEntry;
import java.util.List;
import java.util.Map;

/**
 * Keeps the destinations that are not in the settings of a daemon. It is given their settings encrypted, and never sees
 * the key. Changes announce {@link Topic#DESTINATIONS}. Safe for several threads and nodes.
 */
public interface DestinationBook {
    /** All destinations, by name; empty when there are none. */
    List<Stored> all();

    /**
     * Adds a destination, together with the entry that says so.
     *
     * @return false, with nothing changed, when there is one of that name
     * @throws StorageException when nothing was changed
     */
    boolean add(Stored destination, AuditEntry entry);

    /**
     * Puts other values in place of all those of a destination, together with the entry that says so.
     *
     * @param seen the destination as it was read
     * @return false, with nothing changed, when somebody has changed or removed it since then
     * @throws StorageException when nothing was changed
     */
    boolean change(Stored seen, Map<String, Sealed> values, AuditEntry entry);

    /**
     * Removes a destination, together with the entry that says so.
     *
     * @return false, with nothing changed, when there is none of that name
     * @throws StorageException when nothing was changed
     */
    boolean remove(String name, AuditEntry entry);

    /**
     * A destination as it is kept.
     *
     * @param channel the kind of channel, such as {@code slack}
     * @param revision grows with every change
     * @param values what the channel is told, by key, encrypted
     */
    record Stored(String name, String channel, long revision, Map<String, Sealed> values) {
        public Stored {
            requireNonNull(name, "name");
            requireNonNull(channel, "channel");
            values = Map.copyOf(values);
        }
    }

    /**
     * An encrypted value.
     *
     * @param keyId tells the key that it is encrypted under from others; not the key
     * @param text the encrypted value, in Base64
     */
    record Sealed(String keyId, String text) {
        public Sealed {
            requireNonNull(keyId, "keyId");
            requireNonNull(text, "text");
        }
    }
}
