package io.tidemark.application.access;

import static java.util.Objects.requireNonNull;

import io.tidemark.application.access.TokenRefusedException.Refusal;
import io.tidemark.application.port.TokenBook;
import io.tidemark.application.port.TokenBook.Kept;
import io.tidemark.domain.access.AccessToken;
import io.tidemark.domain.access.Role;
import io.tidemark.domain.access.TokenHash;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.audit.Deed;
import io.tidemark.domain.audit.Verb;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes and revokes tokens. */
public final class TokenDesk {
    /** Lets scanners of sources and logs find a token that went astray. */
    public static final String PREFIX = "tidemark_";

    private static final int BYTES = 32;

    private final TokenBook book;
    private final Gatekeeper gatekeeper;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public TokenDesk(TokenBook book, Gatekeeper gatekeeper, Clock clock) {
        this.book = book;
        this.gatekeeper = gatekeeper;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param life after which it expires, or null when it does not
     * @throws IllegalArgumentException when the name or the life breaks a rule
     * @throws TokenRefusedException when it was not made
     */
    public Issued issue(String name, Role role, @Nullable Duration life, String by) {
        Instant now = now();
        AccessToken token = new AccessToken(name, role, now, life == null ? null : now.plus(life), null);
        String text = text();
        AuditEntry entry = entry(Verb.ADDED, name, by, null, describe(token));
        switch (book.add(token, TokenHash.of(text), entry)) {
            case NAME_TAKEN ->
                throw new TokenRefusedException(
                        Refusal.CONFLICT,
                        "there is or was a token '%s': choose another name, so that it stays clear who did what"
                                .formatted(name));
            case NO_LASTING_ADMIN ->
                throw new TokenRefusedException(
                        Refusal.CONFLICT,
                        "the first token must be an admin's and not expire, or nobody could make another:"
                                + " tidemark tokens create NAME --role admin");
            case DONE -> gatekeeper.refresh();
        }
        return new Issued(token, text);
    }

    /**
     * Revokes a token: whoever shows it is refused from now on, on other nodes a moment later.
     *
     * @throws TokenRefusedException when it was not revoked
     */
    public void revoke(String name, String by) {
        AuditEntry entry = entry(Verb.REVOKED, name, by, "in force", null);
        switch (book.revoke(name, now(), entry)) {
            case UNKNOWN ->
                throw new TokenRefusedException(
                        Refusal.UNKNOWN,
                        "there is no token '%s' to revoke: 'tidemark tokens list' shows those there are"
                                .formatted(name));
            case LAST_LASTING_ADMIN ->
                throw new TokenRefusedException(
                        Refusal.CONFLICT,
                        "'%s' is the last token of an admin that does not expire, and without one nobody could make"
                                        .formatted(name)
                                + " another: make the other one first");
            case DONE -> gatekeeper.refresh();
        }
    }

    /** All tokens, by name, the revoked ones too. */
    public List<Kept> all() {
        return book.all();
    }

    /** To the microsecond, as it is stored. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private String text() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private AuditEntry entry(Verb verb, String name, String by, @Nullable String before, @Nullable String after) {
        return new AuditEntry(now(), by, new Deed(verb, "token", name), before, after);
    }

    private static String describe(AccessToken token) {
        String end = token.expires() == null ? "does not expire" : "expires at " + token.expires();
        return "role %s, %s".formatted(token.role().word(), end);
    }

    /**
     * A token that was just made.
     *
     * @param text what its holder shows; it is kept nowhere, and can be told only now
     */
    public record Issued(AccessToken token, String text) {
        public Issued {
            requireNonNull(token, "token");
            requireNonNull(text, "text");
        }

        @Override
        public String toString() {
            return "Issued[" + token + ", text=***]";
        }
    }
}
