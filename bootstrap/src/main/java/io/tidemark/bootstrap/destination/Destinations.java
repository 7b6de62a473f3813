package io.tidemark.bootstrap.destination;

import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.adapters.notify.plugin.DestinationException;
import io.tidemark.adapters.notify.plugin.DestinationState;
import io.tidemark.application.port.DestinationBook;
import io.tidemark.application.port.DestinationBook.Stored;
import io.tidemark.application.port.Health;
import io.tidemark.bootstrap.secret.Label;
import io.tidemark.bootstrap.secret.Vault;
import io.tidemark.bootstrap.secret.VaultException;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * All destinations at this moment: those of the settings, and those of the database but for the names that the settings
 * have taken. One of the database that cannot be used is there all the same, and says why. To be {@link #refresh}ed when
 * something has changed. Safe for several threads.
 */
public final class Destinations {
    private static final Logger LOG = LoggerFactory.getLogger(Destinations.class);

    private final Map<String, Destination> configured;
    private final DestinationBook book;
    private final Vault vault;
    private final Opener opener;
    private final Set<String> shadowed = new HashSet<>();
    private volatile Map<String, Kept> kept = Map.of();
    private volatile Map<String, Destination> all;

    /** A destination of the database, with its channel. */
    private record Kept(Stored stored, Destination destination) {}

    public Destinations(ConfiguredDestinations configured, DestinationBook book, Vault vault, Opener opener) {
        this.configured = configured.byName();
        this.book = book;
        this.vault = vault;
        this.opener = opener;
        this.all = this.configured;
    }

    /** The destinations at this moment; what is returned does not change. */
    public Map<String, Destination> byName() {
        return all;
    }

    /** How each of them is. */
    public Map<String, Health> health() {
        Map<String, Health> health = new LinkedHashMap<>();
        all.forEach((name, destination) -> health.put(name, health(destination.state())));
        return health;
    }

    boolean isConfigured(String name) {
        return configured.containsKey(name);
    }

    /**
     * Reads what the database has; what has not changed stays open. Those that are gone are closed when nobody finds them
     * any more.
     */
    public synchronized void refresh() {
        Map<String, Kept> before = kept;
        Map<String, Kept> after = new TreeMap<>();
        for (Stored stored : book.all()) {
            Kept known = before.get(stored.name());
            if (isConfigured(stored.name())) {
                tellOnce(stored.name());
            } else {
                after.put(
                        stored.name(),
                        known != null && known.stored().equals(stored) ? known : new Kept(stored, open(stored)));
            }
        }
        publish(after);
        before.values().stream()
                .map(Kept::destination)
                .filter(destination -> after.values().stream().noneMatch(one -> one.destination() == destination))
                .forEach(opener::close);
    }

    private void tellOnce(String name) {
        if (shadowed.add(name)) {
            LOG.warn("Destination {} is in the settings and in the database: that of the settings is used", name);
        }
    }

    private void publish(Map<String, Kept> after) {
        Map<String, Destination> together = new LinkedHashMap<>(configured);
        after.forEach((name, one) -> together.put(name, one.destination()));
        kept = after;
        all = Collections.unmodifiableMap(together);
    }

    private Destination open(Stored stored) {
        try {
            return opener.openOrStop(stored.name(), stored.channel(), values(vault, stored));
        } catch (VaultException | DestinationException e) {
            LOG.warn("Destination {} cannot be used, and what is sent to it waits", stored.name(), e);
            return opener.unusable(stored.name(), stored.channel(), String.valueOf(e.getMessage()));
        }
    }

    /** What the channel is told, in clear. */
    static Map<String, String> values(Vault vault, Stored stored) {
        Map<String, String> values = new TreeMap<>();
        stored.values()
                .forEach((key, value) ->
                        values.put(key, vault.open(new Label(stored.name(), stored.channel(), key), value)));
        return values;
    }

    private static Health health(DestinationState state) {
        return switch (state.condition()) {
            case OK -> Health.up("ok");
            case CIRCUIT_OPEN, FENCED_OFF, UNUSABLE, CLOSED -> Health.down(state.reason());
        };
    }
}
