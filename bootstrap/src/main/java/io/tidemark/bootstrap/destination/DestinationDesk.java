package io.tidemark.bootstrap.destination;

import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.adapters.notify.plugin.DestinationException;
import io.tidemark.application.port.DestinationBook;
import io.tidemark.application.port.DestinationBook.Sealed;
import io.tidemark.application.port.DestinationBook.Stored;
import io.tidemark.application.port.Health;
import io.tidemark.bootstrap.destination.DestinationRefusedException.Refusal;
import io.tidemark.bootstrap.secret.Label;
import io.tidemark.bootstrap.secret.Vault;
import io.tidemark.bootstrap.secret.VaultException;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Changes the destinations that the database keeps. What a channel refuses is not stored. */
public final class DestinationDesk {
    private static final String NAME = "[^\\p{Cntrl}]{1,100}";

    private final Destinations destinations;
    private final DestinationBook book;
    private final Vault vault;
    private final Opener opener;
    private final Clock clock;

    public DestinationDesk(Destinations destinations, DestinationBook book, Vault vault, Opener opener, Clock clock) {
        this.destinations = destinations;
        this.book = book;
        this.vault = vault;
        this.opener = opener;
        this.clock = clock;
    }

    /** All destinations: those of the settings first, each in the order of their names. */
    public List<Listed> list() {
        Map<String, Health> health = destinations.health();
        return destinations.byName().values().stream()
                .map(destination -> new Listed(
                        destination.name(),
                        destination.type(),
                        destinations.isConfigured(destination.name()),
                        health.getOrDefault(destination.name(), Health.down("closed a moment ago")),
                        destination.pace().interval()))
                .toList();
    }

    /**
     * Adds a destination.
     *
     * @param values what its channel is told, secrets in clear
     * @throws DestinationRefusedException when it was not added
     */
    public void add(String name, String channel, Map<String, String> values, String by) {
        requireName(name);
        requireOpen(name, channel, values);
        Stored added = new Stored(name, channel, 0, sealed(name, channel, values));
        if (!book.add(added, entry(Verb.ADDED, name, by, null, describe(channel, values.keySet())))) {
            throw new DestinationRefusedException(
                    Refusal.CONFLICT,
                    "there is a destination '%s' already: change it with 'tidemark channels change'".formatted(name));
        }
        destinations.refresh();
    }

    /**
     * Changes what the channel of a destination is told.
     *
     * @param set the keys to be set, with their values in clear
     * @param unset the keys to be taken away
     * @throws DestinationRefusedException when it was not changed
     */
    public void change(String name, Map<String, String> set, Set<String> unset, String by) {
        Stored seen = stored(name);
        Map<String, Sealed> sealed = new TreeMap<>(seen.values());
        unset.forEach(key -> requireKnown(seen, key));
        sealed.keySet().removeAll(unset);
        sealed.putAll(sealed(name, seen.channel(), set));
        requireOpen(name, seen.channel(), opened(new Stored(name, seen.channel(), seen.revision(), sealed)));
        String after = "%s; set %s, removed %s"
                .formatted(
                        describe(seen.channel(), sealed.keySet()), new TreeSet<>(set.keySet()), new TreeSet<>(unset));
        AuditEntry entry = entry(
                Verb.CHANGED, name, by, describe(seen.channel(), seen.values().keySet()), after);
        if (!book.change(seen, sealed, entry)) {
            throw new DestinationRefusedException(
                    Refusal.CONFLICT, "somebody else has changed '%s' at the same time: try again".formatted(name));
        }
        destinations.refresh();
    }

    /**
     * Removes a destination. What is on its way to it waits, and is given up in the end.
     *
     * @throws DestinationRefusedException when it was not removed
     */
    public void remove(String name, String by) {
        Stored seen = stored(name);
        String before = describe(seen.channel(), seen.values().keySet());
        if (!book.remove(name, entry(Verb.REMOVED, name, by, before, null))) {
            throw unknown(name);
        }
        destinations.refresh();
    }

    private void requireName(String name) {
        if (!name.matches(NAME) || name.isBlank()) {
            throw new DestinationRefusedException(
                    Refusal.WRONG, "the name of a destination must be 1 to 100 characters in one line");
        }
        requireOwn(name);
    }

    private void requireOwn(String name) {
        if (destinations.isConfigured(name)) {
            throw new DestinationRefusedException(
                    Refusal.CONFLICT,
                    "'%s' is a destination of the settings file, which wins: change it there".formatted(name));
        }
    }

    private Stored stored(String name) {
        requireOwn(name);
        return book.all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private DestinationRefusedException unknown(String name) {
        return new DestinationRefusedException(
                Refusal.UNKNOWN,
                "there is no destination '%s', only %s"
                        .formatted(name, new TreeSet<>(destinations.byName().keySet())));
    }

    private static void requireKnown(Stored stored, String key) {
        if (!stored.values().containsKey(key)) {
            throw new DestinationRefusedException(
                    Refusal.WRONG,
                    "'%s' has no key '%s' to remove, only %s"
                            .formatted(
                                    stored.name(),
                                    key,
                                    new TreeSet<>(stored.values().keySet())));
        }
    }

    /** A channel is made to see whether it can be; it is made again where it is used. */
    private void requireOpen(String name, String channel, Map<String, String> values) {
        try {
            Destination tried = opener.openOrStop(name, channel, values);
            opener.close(tried);
        } catch (DestinationException e) {
            throw new DestinationRefusedException(Refusal.WRONG, e);
        }
    }

    private Map<String, String> opened(Stored stored) {
        try {
            return Destinations.values(vault, stored);
        } catch (VaultException e) {
            throw new DestinationRefusedException(Refusal.CONFLICT, e);
        }
    }

    private SortedMap<String, Sealed> sealed(String name, String channel, Map<String, String> values) {
        SortedMap<String, Sealed> sealed = new TreeMap<>();
        try {
            values.forEach((key, value) -> sealed.put(key, vault.seal(new Label(name, channel, key), value)));
        } catch (VaultException e) {
            throw new DestinationRefusedException(Refusal.CONFLICT, e);
        }
        return sealed;
    }

    private AuditEntry entry(Verb verb, String name, String by, @Nullable String before, @Nullable String after) {
        return new AuditEntry(clock.instant(), by, new Deed(verb, "destination", name), before, after);
    }

    /** Names of keys only: which values are secret, only the channel knows. */
    private static String describe(String channel, Set<String> keys) {
        return "%s with %s".formatted(channel, new TreeSet<>(keys));
    }

    /**
     * A destination as people may see it.
     *
     * @param configured whether it is one of the settings, which cannot be changed here
     * @param pause how long it is left alone after each message, at least
     */
    public record Listed(String name, String channel, boolean configured, Health health, Duration pause) {}
}
