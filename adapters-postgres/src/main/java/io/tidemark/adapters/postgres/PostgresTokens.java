package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.TokenMapper.TokenRow;
import io.tidemark.application.port.TokenBook;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.access.AccessToken;
import io.tidemark.domain.access.TokenHash;
import io.tidemark.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.ibatis.session.SqlSession;

/** A row for each token. Changes are made one after the other: two at once could each take the other for the last admin. */
final class PostgresTokens implements TokenBook {
    private final Database database;

    PostgresTokens(Database database) {
        this.database = database;
    }

    @Override
    public Added add(AccessToken token, TokenHash hash, AuditEntry entry) {
        return database.transact(session -> {
            TokenMapper tokens = alone(session);
            if (!token.isLastingAdmin() && tokens.lastingAdminsBut("") == 0) {
                return Added.NO_LASTING_ADMIN;
            }
            if (tokens.add(token, hash) == 0) {
                return Added.NAME_TAKEN;
            }
            announce(session, entry);
            return Added.DONE;
        });
    }

    @Override
    public Revoked revoke(String name, Instant at, AuditEntry entry) {
        return database.transact(session -> {
            TokenMapper tokens = alone(session);
            boolean othersAreThere = tokens.lastingAdminsBut(name) > 0;
            if (tokens.revoke(name, at, othersAreThere) == 0) {
                return tokens.isThere(name) ? Revoked.LAST_LASTING_ADMIN : Revoked.UNKNOWN;
            }
            announce(session, entry);
            return Revoked.DONE;
        });
    }

    /** In one order for all nodes: else two that note at once could wait for each other. */
    @Override
    public void used(Map<String, Instant> lastUsed) {
        new TreeMap<>(lastUsed)
                .forEach((name, at) -> database.tell(TokenMapper.class, mapper -> mapper.used(name, at)));
    }

    @Override
    public List<Kept> all() {
        return database.ask(TokenMapper.class, TokenMapper::all).stream()
                .map(TokenRow::toKept)
                .toList();
    }

    private static TokenMapper alone(SqlSession session) {
        session.getMapper(ServerMapper.class).lock("tokens");
        return session.getMapper(TokenMapper.class);
    }

    private static void announce(SqlSession session, AuditEntry entry) {
        session.getMapper(AuditMapper.class).append(entry);
        session.getMapper(ServerMapper.class).announce(Channel.word(Topic.TOKENS));
    }
}
