package io.tidemark.domain.stream.nab;

import java.util.Arrays;

/** What one file earns and costs as rows are detected, in any order. */
final class Tally {
    private static final double NOT_FOUND = Double.NEGATIVE_INFINITY;

    private final Profile profile;
    private final double[] best;
    private int falseAlarms;
    private double falseAlarmWorth;

    Tally(Scored file, Profile profile) {
        this.profile = profile;
        this.best = new double[file.windows().size()];
        Arrays.fill(best, NOT_FOUND);
    }

    /** All rows from a threshold on. */
    static Tally of(Scored file, Profile profile, double threshold) {
        Tally tally = new Tally(file, profile);
        for (int row = file.probation(); row < file.rows(); row++) {
            if (file.score(row) >= threshold) {
                tally.detect(file, row);
            }
        }
        return tally;
    }

    void detect(Scored file, int row) {
        int window = file.windowOf(row);
        double worth = file.worth(row);
        if (window >= 0) {
            best[window] = Math.max(best[window], worth);
        } else {
            falseAlarms++;
            falseAlarmWorth += worth;
        }
    }

    /** What the file adds to the sum over the corpus. */
    double sum() {
        double sum = profile.falseAlarm() * falseAlarmWorth;
        for (double found : best) {
            sum += found == NOT_FOUND ? -profile.missed() : found;
        }
        return sum;
    }

    int windows() {
        return best.length;
    }

    int found() {
        return (int) Arrays.stream(best).filter(worth -> worth != NOT_FOUND).count();
    }

    int falseAlarms() {
        return falseAlarms;
    }

    /** How much less it is than a perfect detector would earn. */
    double cost() {
        return best.length - sum();
    }
}
