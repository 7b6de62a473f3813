package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.access.AccessToken;
import io.tidemark.domain.access.TokenHash;
import io.tidemark.domain.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps tokens, the revoked ones too. Once there is a token, one that is {@link AccessToken#isLastingAdmin} is always
 * there, so that nobody locks everybody out. Changes announce {@link Topic#TOKENS}. Safe for several threads and nodes.
 */
public interface TokenBook {
    /**
     * Adds a token, together with the entry that says so.
     *
     * @return what was done; anything but {@link Added#DONE} has changed nothing
     * @throws StorageException when nothing was changed
     */
    Added add(AccessToken token, TokenHash hash, AuditEntry entry);

    /**
     * Revokes a token, together with the entry that says so.
     *
     * @return what was done; anything but {@link Revoked#DONE} has changed nothing
     * @throws StorageException when nothing was changed
     */
    Revoked revoke(String name, Instant at, AuditEntry entry);

    /** Notes when tokens were used last, unless a later use is known. Announces nothing. */
    void used(Map<String, Instant> lastUsed);

    /** All tokens, by name; empty when there never was one. */
    List<Kept> all();

    /** What became of adding a token. */
    enum Added {
        DONE,
        /** There is or was one of that name: whoever reads who did something must not have to ask which of the two. */
        NAME_TAKEN,
        /** The first one must be an admin's, and not expire. */
        NO_LASTING_ADMIN
    }

    /** What became of revoking a token. */
    enum Revoked {
        DONE,
        /** There is none of that name, or it was revoked before. */
        UNKNOWN,
        /** It is the last one of an admin that does not expire. */
        LAST_LASTING_ADMIN
    }

    /**
     * A token as it is kept.
     *
     * @param lastUsed when it was used last, or null when it never was; may be a minute behind
     */
    record Kept(AccessToken token, TokenHash hash, @Nullable Instant lastUsed) {
        public Kept {
            requireNonNull(token, "token");
            requireNonNull(hash, "hash");
        }
    }
}
