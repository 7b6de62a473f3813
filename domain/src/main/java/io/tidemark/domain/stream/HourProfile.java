package io.tidemark.domain.stream;

import java.time.Instant;
import java.util.Arrays;

/**
 * What is usual at an hour of the week or, where that was not seen yet, at an hour of the day (UTC): a mean in which older
 * values fade away.
 */
final class HourProfile {
    private static final long HOUR = 3_600;
    private static final int HOURS_OF_A_WEEK = 168;
    private static final int HOURS_OF_A_DAY = 24;

    /** From so many values on, the newest has a share of one in so many. */
    private static final int LASTING = 20;

    private final double[] ofWeek = new double[HOURS_OF_A_WEEK];
    private final double[] ofDay = new double[HOURS_OF_A_DAY];
    private final byte[] seenOfWeek = new byte[HOURS_OF_A_WEEK];
    private final byte[] seenOfDay = new byte[HOURS_OF_A_DAY];

    /** NaN for an hour that was not seen yet. */
    double usual(Instant at) {
        int week = hour(at, HOURS_OF_A_WEEK);
        int day = hour(at, HOURS_OF_A_DAY);
        if (seenOfWeek[week] > 0) {
            return ofWeek[week];
        }
        return seenOfDay[day] > 0 ? ofDay[day] : Double.NaN;
    }

    void add(Instant at, double value) {
        add(ofWeek, seenOfWeek, hour(at, HOURS_OF_A_WEEK), value);
        add(ofDay, seenOfDay, hour(at, HOURS_OF_A_DAY), value);
    }

    private static void add(double[] usual, byte[] seen, int hour, double value) {
        seen[hour] = (byte) Math.min(seen[hour] + 1, LASTING);
        usual[hour] += (value - usual[hour]) / seen[hour];
    }

    private static int hour(Instant at, int hours) {
        return (int) Math.floorMod(Math.floorDiv(at.getEpochSecond(), HOUR), (long) hours);
    }

    @Override
    public String toString() {
        return "HourProfile" + Arrays.toString(ofDay);
    }
}
