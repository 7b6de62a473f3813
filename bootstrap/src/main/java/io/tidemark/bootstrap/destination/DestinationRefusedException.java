package io.tidemark.bootstrap.destination;

import static java.util.Objects.requireNonNull;

/** A destination was not changed; the message says why, and what to do instead. It holds no secret. */
public final class DestinationRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    /** What is in the way. */
    public enum Refusal {
        /** There is no such destination. */
        UNKNOWN,
        /** What it is told is wrong. */
        WRONG,
        /** It does not go together with what is there. */
        CONFLICT
    }

    DestinationRefusedException(Refusal refusal, String message) {
        super(message);
        this.refusal = requireNonNull(refusal, "refusal");
    }

    DestinationRefusedException(Refusal refusal, Exception cause) {
        super(cause.getMessage(), cause);
        this.refusal = requireNonNull(refusal, "refusal");
    }

    public Refusal refusal() {
        return refusal;
    }
}
