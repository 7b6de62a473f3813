package io.tidemark.application.memory;

import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TokenBook;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.access.AccessToken;
import io.tidemark.domain.access.TokenHash;
import io.tidemark.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Keeps tokens by name. */
final class MemoryTokens implements TokenBook {
    /** Far more than there are people and programs. */
    static final int MAX_TOKENS = 1_000;

    private final NavigableMap<String, Kept> byName = new TreeMap<>();
    private final MemoryAudit audit;
    private final MemorySignals signals;

    MemoryTokens(MemoryAudit audit, MemorySignals signals) {
        this.audit = audit;
        this.signals = signals;
    }

    @Override
    public Added add(AccessToken token, TokenHash hash, AuditEntry entry) {
        Added added = store(token, hash, entry);
        if (added == Added.DONE) {
            signals.announce(Topic.TOKENS);
        }
        return added;
    }

    @Override
    public Revoked revoke(String name, Instant at, AuditEntry entry) {
        Revoked revoked = end(name, at, entry);
        if (revoked == Revoked.DONE) {
            signals.announce(Topic.TOKENS);
        }
        return revoked;
    }

    @Override
    public synchronized void used(Map<String, Instant> lastUsed) {
        lastUsed.forEach((name, at) -> byName.computeIfPresent(
                name,
                (same, kept) -> kept.lastUsed() != null && kept.lastUsed().isAfter(at)
                        ? kept
                        : new Kept(kept.token(), kept.hash(), at)));
    }

    @Override
    public synchronized List<Kept> all() {
        return List.copyOf(byName.values());
    }

    private synchronized Added store(AccessToken token, TokenHash hash, AuditEntry entry) {
        if (byName.containsKey(token.name())) {
            return Added.NAME_TAKEN;
        }
        if (!token.isLastingAdmin() && lastingAdmins() == 0) {
            return Added.NO_LASTING_ADMIN;
        }
        if (byName.size() >= MAX_TOKENS) {
            throw StorageException.lasting(
                    "the storage in memory holds %d tokens, which is all it can: use a database".formatted(MAX_TOKENS),
                    null);
        }
        byName.put(token.name(), new Kept(token, hash, null));
        audit.append(entry);
        return Added.DONE;
    }

    private synchronized Revoked end(String name, Instant at, AuditEntry entry) {
        Kept kept = byName.get(name);
        if (kept == null || kept.token().revoked() != null) {
            return Revoked.UNKNOWN;
        }
        AccessToken token = kept.token();
        if (token.isLastingAdmin() && lastingAdmins() == 1) {
            return Revoked.LAST_LASTING_ADMIN;
        }
        AccessToken revoked = new AccessToken(name, token.role(), token.created(), token.expires(), at);
        byName.put(name, new Kept(revoked, kept.hash(), kept.lastUsed()));
        audit.append(entry);
        return Revoked.DONE;
    }

    private long lastingAdmins() {
        return byName.values().stream()
                .filter(kept -> kept.token().isLastingAdmin())
                .count();
    }
}
