package io.tidemark.application.access;

import static java.util.stream.Collectors.toUnmodifiableMap;

import io.tidemark.application.port.TokenBook;
import io.tidemark.application.port.TokenBook.Kept;
import io.tidemark.domain.access.AccessToken;
import io.tidemark.domain.access.TokenHash;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows all tokens in memory: a call costs no question to the storage, and is let in while it is away. To be {@link
 * #refresh}ed when tokens have changed, and from time to time. Safe for several threads.
 */
public final class Gatekeeper {
    private final TokenBook book;
    private final Clock clock;
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private volatile Map<TokenHash, AccessToken> tokens = Map.of();

    public Gatekeeper(TokenBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /**
     * Reads the tokens, and notes which were used.
     *
     * @throws io.tidemark.application.port.StorageException when the storage is away; what was read before stays in force
     */
    public synchronized void refresh() {
        tokens = book.all().stream().collect(toUnmodifiableMap(Kept::hash, Kept::token));
        Map<String, Instant> noted = Map.copyOf(used);
        if (!noted.isEmpty()) {
            book.used(noted);
            noted.forEach(used::remove);
        }
    }

    /** Whether there never was a token: nobody can be asked for one. Once there was, this is over for good. */
    public boolean isUnguarded() {
        return tokens.isEmpty();
    }

    /**
     * The token of that text, if it counts now. It is looked up by its hash: how long that takes says nothing of the text.
     */
    public Optional<AccessToken> find(String text) {
        return find(TokenHash.of(text));
    }

    /** The same by its hash, for who has seen the text before. */
    public Optional<AccessToken> find(TokenHash hash) {
        Instant now = clock.instant();
        Optional<AccessToken> found = Optional.ofNullable(tokens.get(hash)).filter(token -> token.countsAt(now));
        found.ifPresent(token -> used.put(token.name(), now));
        return found;
    }
}
