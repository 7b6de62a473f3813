package io.tidemark.domain.alert;

/** How bad it is, from the least to the worst. */
public enum Severity {
    INFO,
    WARNING,
    CRITICAL;

    public boolean isAtLeast(Severity other) {
        return compareTo(other) >= 0;
    }

    public static Severity worse(Severity one, Severity other) {
        return one.isAtLeast(other) ? one : other;
    }
}
