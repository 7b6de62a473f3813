package io.tidemark.domain.statistics;

/**
 * How long a series remembers: its autocorrelations. Values that resemble those before them tell less than as many
 * independent ones.
 */
public final class Memory {
    /** Farther back, what is left of an autocorrelation is mostly chance. */
    private static final int LAGS = 60;

    private final double[] autocorrelations;

    private Memory(double[] autocorrelations) {
        this.autocorrelations = autocorrelations;
    }

    /** That of values at equal steps, {@link Double#NaN} where there is none. */
    public static Memory of(double[] values) {
        double[] centred = centred(values);
        double[] found = new double[Math.min(LAGS, centred.length - 1) + 1];
        for (int lag = 0; lag < found.length; lag++) {
            double sum = 0;
            for (int i = lag; i < centred.length; i++) {
                sum += centred[i] * centred[i - lag];
            }
            found[lag] = lag == 0 ? sum : sum / found[0];
        }
        return new Memory(found);
    }

    /**
     * How many independent pairs of values would tell as much about a correlation as these, by the formula of Bartlett
     * (1935): n ÷ (1 + 2 Σ (1 − k÷n) ρ(k) ρ′(k)).
     */
    public double effectivePairs(Memory other, int pairs) {
        double sum = 0;
        for (int lag = 1; lag < Math.min(autocorrelations.length, other.autocorrelations.length); lag++) {
            sum += Math.max(0, 1 - (double) lag / pairs) * autocorrelations[lag] * other.autocorrelations[lag];
        }
        return pairs / (1 + 2 * Math.max(0, sum));
    }

    private static double[] centred(double[] values) {
        double sum = 0;
        int present = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                sum += value;
                present++;
            }
        }
        double[] centred = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            centred[i] = Double.isNaN(values[i]) ? 0 : values[i] - sum / present;
        }
        return centred;
    }
}
