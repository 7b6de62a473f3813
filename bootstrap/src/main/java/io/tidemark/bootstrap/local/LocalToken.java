package io.tidemark.bootstrap.local;

import io.tidemark.application.access.TokenDesk;
import io.tidemark.domain.access.TokenHash;
import java.security.SecureRandom;
import java.util.Base64;

/** A token for one run of a daemon, which keeps its hash only. */
public final class LocalToken {
    private static final int BYTES = 32;

    private final String text;

    private LocalToken(String text) {
        this.text = text;
    }

    public static LocalToken random() {
        byte[] bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return new LocalToken(TokenDesk.PREFIX + "local_"
                + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    public TokenHash hash() {
        return TokenHash.of(text);
    }

    /** The text in clear, for its file; never to be logged. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "LocalToken[***]";
    }
}
