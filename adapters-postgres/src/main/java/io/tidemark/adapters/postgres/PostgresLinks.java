package io.tidemark.adapters.postgres;

import io.tidemark.application.port.LinkBook;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;

/** Keeps the key in a table that only the owner may read, and a row for each link that was used and has not expired. */
final class PostgresLinks implements LinkBook {
    private static final int KEY_BYTES = 32;

    private final Database database;

    PostgresLinks(Database database) {
        this.database = database;
    }

    @Override
    public byte[] signingKey() {
        byte[] offered = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(offered);
        return HexFormat.of().parseHex(database.ask(LinkMapper.class, mapper -> mapper.key(offered)));
    }

    @Override
    public boolean isUsed(String link) {
        return database.ask(LinkMapper.class, mapper -> mapper.isUsed(link));
    }

    @Override
    public boolean use(String link, Instant expires) {
        return database.transact(session -> {
            LinkMapper links = session.getMapper(LinkMapper.class);
            links.forgetExpired();
            return links.use(link, expires) == 1;
        });
    }
}
