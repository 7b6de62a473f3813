package io.tidemark.bootstrap.http;

import io.tidemark.domain.access.TokenHash;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who has logged in with a browser, in this process: a browser is given a number of its own, and not the token, which
 * would outlast the session. Safe for several threads.
 */
final class Sessions {
    static final Duration LIFE = Duration.ofHours(12);

    /** More people than look at one console. */
    private static final int MAX = 1_000;

    private static final int BYTES = 32;

    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<TokenHash, Session> oldestFirst = new LinkedHashMap<>();

    /** The token that it was opened with, and until when it lasts. */
    private record Session(TokenHash token, Instant end) {}

    Sessions(Clock clock) {
        this.clock = clock;
    }

    /** Opens a session and returns its number; without room for one more, the oldest ends. */
    synchronized String open(TokenHash token) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        String number = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        if (oldestFirst.size() == MAX) {
            Iterator<TokenHash> oldest = oldestFirst.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        oldestFirst.put(TokenHash.of(number), new Session(token, clock.instant().plus(LIFE)));
        return number;
    }

    /** The token of a session that lasts; whether that still counts is for the gatekeeper to say. */
    synchronized Optional<TokenHash> find(String number) {
        TokenHash hash = TokenHash.of(number);
        Session session = oldestFirst.get(hash);
        if (session == null) {
            return Optional.empty();
        }
        if (!clock.instant().isBefore(session.end())) {
            oldestFirst.remove(hash);
            return Optional.empty();
        }
        return Optional.of(session.token());
    }

    synchronized void close(String number) {
        oldestFirst.remove(TokenHash.of(number));
    }
}
