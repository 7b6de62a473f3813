package io.tidemark.adapters.postgres;

import io.tidemark.application.port.TokenBook.Kept;
import io.tidemark.domain.access.AccessToken;
import io.tidemark.domain.access.Role;
import io.tidemark.domain.access.TokenHash;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Tokens. */
interface TokenMapper {
    /** Returns 0 when there is one of that name */
    int add(@Param("token") AccessToken token, @Param("hash") TokenHash hash);

    /** Returns 0 when there is none to be revoked, or it is an admin's that lasts and there are no others */
    int revoke(@Param("name") String name, @Param("at") Instant at, @Param("othersAreThere") boolean othersAreThere);

    boolean isThere(String name);

    int lastingAdminsBut(String name);

    void used(@Param("name") String name, @Param("at") Instant at);

    List<TokenRow> all();

    /** A token as columns. */
    record TokenRow(
            String name,
            Role role,
            String hash,
            Instant created,
            @Nullable Instant expires,
            @Nullable Instant revoked,
            @Nullable Instant lastUsed) {
        Kept toKept() {
            return new Kept(new AccessToken(name, role, created, expires, revoked), new TokenHash(hash), lastUsed);
        }
    }
}
