package io.tidemark.application.quality;

import java.util.Locale;

/**
 * A share of some trials, with its 95 % confidence interval by Wilson (1927).
 *
 * @param hits how many of them
 * @param trials of how many
 */
record Share(long hits, long trials) {
    private static final double Z = 1.959963984540054;

    double value() {
        return (double) hits / trials;
    }

    double low() {
        return middle() - margin();
    }

    double high() {
        return middle() + margin();
    }

    String text() {
        return trials == 0
                ? "-"
                : String.format(
                        Locale.ROOT,
                        "%5.1f %% [%.1f, %.1f]",
                        100 * value(),
                        Math.max(0, 100 * low()),
                        Math.min(100, 100 * high()));
    }

    private double middle() {
        return (value() + Z * Z / (2 * trials)) / (1 + Z * Z / trials);
    }

    private double margin() {
        double p = value();
        return Z / (1 + Z * Z / trials) * Math.sqrt(p * (1 - p) / trials + Z * Z / (4.0 * trials * trials));
    }
}
