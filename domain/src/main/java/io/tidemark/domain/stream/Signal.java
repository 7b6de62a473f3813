package io.tidemark.domain.stream;

/** What a value is compared with. */
public enum Signal {
    /** The median of the {@value StreamDetector#JUMP_VALUES} values before: a spike, or the first step of a change. */
    JUMP("the last " + StreamDetector.JUMP_VALUES + " values"),

    /** The median of the {@value StreamDetector#LEVEL_VALUES} values before: a change of level, also in a few steps. */
    LEVEL("the last " + StreamDetector.LEVEL_VALUES + " values"),

    /** What is usual at this hour of the week, or else of the day. */
    RHYTHM("this hour of the week"),

    /** The whole range seen so far: a value as never before. */
    RANGE("all values so far");

    private final String reference;

    Signal(String reference) {
        this.reference = reference;
    }

    /** What it is compared with, in words. */
    public String reference() {
        return reference;
    }
}
