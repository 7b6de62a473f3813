package io.tidemark.application.baseline;

/** An alert cannot be answered as it was asked. */
public final class ShiftRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    /** Why. */
    public enum Refusal {
        UNKNOWN_ALERT,
        NOT_ABOUT_SLOW_TIMINGS,
        ANSWERED_BEFORE
    }

    ShiftRefusedException(Refusal refusal, String message) {
        super(message);
        this.refusal = refusal;
    }

    public Refusal refusal() {
        return refusal;
    }
}
