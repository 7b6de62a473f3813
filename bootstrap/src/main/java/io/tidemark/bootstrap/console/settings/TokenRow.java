package io.tidemark.bootstrap.console.settings;

import io.tidemark.application.port.TokenBook.Kept;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.access.AccessToken;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One token, without itself.
 *
 * @param tone the name of its shape
 * @param isInForce whether it can be revoked
 */
record TokenRow(
        String name,
        String role,
        String tone,
        String state,
        String created,
        String expires,
        String lastUsed,
        boolean isInForce) {
    static TokenRow of(Kept kept, Instant now) {
        AccessToken token = kept.token();
        boolean counts = token.countsAt(now);
        return new TokenRow(
                token.name(),
                token.role().word(),
                counts ? "fine" : "unknown",
                counts ? "in force" : token.revoked() == null ? "expired" : "revoked",
                Wording.time(token.created(), now),
                time(token.expires(), now),
                time(kept.lastUsed(), now),
                counts);
    }

    private static String time(@Nullable Instant time, Instant now) {
        return time == null ? "never" : Wording.time(time, now);
    }
}
