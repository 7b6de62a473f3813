package io.tidemark.domain.stream;

/** Judges, for one signal, how far values lie above and below what it expects. */
final class Sense {
    /** From so many values on, the newest has a share of one in so many in the mean distance. */
    private static final int LASTING = 1_000;

    private final Signal signal;
    private final Tail above = new Tail();
    private final Tail below = new Tail();
    private double expected = Double.NaN;
    private double meanDistance;
    private int seen;

    Sense(Signal signal) {
        this.signal = signal;
    }

    /** Says what is expected of the next value, NaN when that cannot be said. */
    void expect(double value) {
        expected = value;
    }

    boolean isReady() {
        return above.isReady();
    }

    /** 0 where there is no expectation. */
    double surprise(double value) {
        double difference = value - expected;
        if (difference > 0) {
            return above.surprise(difference);
        }
        return difference < 0 ? below.surprise(-difference) : 0;
    }

    /** Below this a value is more surprising than the limit. */
    double low(double limit) {
        return canJudge() ? expected - below.magnitude(limit) : Double.NEGATIVE_INFINITY;
    }

    /** Above this a value is more surprising than the limit. */
    double high(double limit) {
        return canJudge() ? expected + above.magnitude(limit) : Double.POSITIVE_INFINITY;
    }

    private boolean canJudge() {
        return isReady() && !Double.isNaN(expected);
    }

    Signal signal() {
        return signal;
    }

    double meanDistance() {
        return meanDistance;
    }

    long samples() {
        return above.samples();
    }

    double expected() {
        return expected;
    }

    /** Passes over a value for which there is no expectation. */
    void learn(double value) {
        if (Double.isNaN(expected)) {
            return;
        }
        double difference = value - expected;
        above.add(Math.max(0, difference));
        below.add(Math.max(0, -difference));
        seen = Math.min(seen + 1, LASTING);
        meanDistance += (Math.abs(difference) - meanDistance) / seen;
    }
}
