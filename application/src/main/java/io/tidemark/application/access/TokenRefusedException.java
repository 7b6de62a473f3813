package io.tidemark.application.access;

import static java.util.Objects.requireNonNull;

/** A token was not made or not revoked; the message says why, and what to do instead. */
public final class TokenRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    /** What is in the way. */
    public enum Refusal {
        /** There is no such token. */
        UNKNOWN,
        /** It does not go together with the tokens that there are. */
        CONFLICT
    }

    TokenRefusedException(Refusal refusal, String message) {
        super(message);
        this.refusal = requireNonNull(refusal, "refusal");
    }

    public Refusal refusal() {
        return refusal;
    }
}
