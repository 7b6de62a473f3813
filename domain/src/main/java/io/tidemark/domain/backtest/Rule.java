package io.tidemark.domain.backtest;

import java.util.Locale;

/** What is tried on the past: a rule that fires from some setting on, of which a larger one is quieter. */
public enum Rule {
    /** A timing takes longer than a multiple of the p99 of its baseline, at the hour in which it started. */
    THRESHOLD("multiplier", 1, 1_000, 2),
    /** A timing lies too many spreads above the median, on a scale of logarithms. */
    ROBUST("cut-off", 1, 100, 3),
    /** A timing lies too many standard deviations above the mean. */
    CLASSIC("cut-off", 1, 100, 3),
    /** The mean of a minute surprises whoever has seen those before. */
    STREAM("limit", 0.01, 0.99, 0.6);

    private final String settingName;
    private final double least;
    private final double most;
    private final double usual;

    Rule(String settingName, double least, double most, double usual) {
        this.settingName = settingName;
        this.least = least;
        this.most = most;
        this.usual = usual;
    }

    /** What its setting is called. */
    public String settingName() {
        return settingName;
    }

    /** The loudest setting there is. */
    public double least() {
        return least;
    }

    /** The quietest setting there is. */
    public double most() {
        return most;
    }

    /** The setting that holds when nobody says otherwise. */
    public double usual() {
        return usual;
    }

    /** As it is written in interfaces, such as {@code threshold}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Checks a setting.
     *
     * @return the setting
     * @throws IllegalArgumentException when it is no setting of this rule
     */
    public double requireSetting(double setting) {
        if (!(setting >= least && setting <= most)) {
            throw new IllegalArgumentException(
                    "%s %s must be a number from %s to %s".formatted(settingName, setting, least, most));
        }
        return setting;
    }

    /** Whether it fires at a score: above a multiple, or from a cut-off on. */
    boolean fires(double score, double setting) {
        return this == THRESHOLD ? score > setting : score >= setting;
    }
}
