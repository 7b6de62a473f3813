package io.tidemark.application.memory;

import io.tidemark.application.port.LinkBook;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** Keeps the links that were used until they expire; its key ends with the process, and the links with it. */
final class MemoryLinks implements LinkBook {
    private static final int KEY_BYTES = 32;

    private final byte[] key = new byte[KEY_BYTES];
    private final Map<String, Instant> used = new HashMap<>();
    private final Clock clock;

    MemoryLinks(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    @Override
    public byte[] signingKey() {
        return key.clone();
    }

    @Override
    public synchronized boolean isUsed(String link) {
        return used.containsKey(link);
    }

    @Override
    public synchronized boolean use(String link, Instant expires) {
        Instant now = clock.instant();
        used.values().removeIf(end -> end.isBefore(now));
        return used.putIfAbsent(link, expires) == null;
    }
}
