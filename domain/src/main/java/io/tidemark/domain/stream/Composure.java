package io.tidemark.domain.stream;

/**
 * Keeps one change from being told again and again: after a surprise only a larger one counts, or, as time goes by, one
 * that is not much smaller. After {@value #LASTING} values nothing is held back any more.
 */
final class Composure {
    static final int LASTING = 200;

    private double peak;
    private int since = LASTING;

    /** The surprise, or 0 when it is held back. */
    double take(double surprise) {
        since = Math.min(since + 1, LASTING);
        double passed = (double) since / LASTING;
        if (surprise <= peak * (1 - passed * passed)) {
            return 0;
        }
        peak = surprise;
        since = 0;
        return surprise;
    }
}
