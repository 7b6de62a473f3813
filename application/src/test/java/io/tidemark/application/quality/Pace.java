package io.tidemark.application.quality;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.SplittableRandom;

/**
 * How a simulated operation runs while nothing happens: log-normal durations around a level that follows the hours of the
 * day and the weekend, in local time.
 *
 * @param name the operation
 * @param medianMicros the level of a usual hour
 * @param sigma the standard deviation of the logarithm
 * @param perHour how many timings an hour has on average, by day
 * @param daily by how much the logarithm of the level swings over the day, up and down
 * @param weekend by how much the logarithm of the level is lower on weekends
 * @param tail the share of timings that are taken from a heavy tail
 */
record Pace(String name, double medianMicros, double sigma, double perHour, double daily, double weekend, double tail) {
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    private static final double BUSIEST_HOUR = 14;
    private static final double QUIETEST_SHARE = 0.3;

    /** With few timings or many. */
    static Pace any(String name, SplittableRandom random) {
        return drawn(name, random, 6, 120);
    }

    /** With enough timings to be seen from minute to minute. */
    static Pace busy(String name, SplittableRandom random) {
        return drawn(name, random, 120, 360);
    }

    private static Pace drawn(String name, SplittableRandom random, double fewest, double most) {
        return new Pace(
                name,
                Math.exp(random.nextDouble(Math.log(3_000), Math.log(300_000))),
                random.nextDouble(0.15, 0.5),
                Math.exp(random.nextDouble(Math.log(fewest), Math.log(most))),
                random.nextDouble(0, 0.25),
                random.nextDouble(0, 0.15),
                random.nextInt(4) == 0 ? 0.003 : 0);
    }

    /** The level of an instant, in microseconds. */
    double level(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        return medianMicros * Math.exp(daily * swing(local) - (isWeekend(local) ? weekend : 0));
    }

    /** How many timings an hour has at an instant. */
    double rate(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        double awake = (1 + swing(local)) / 2;
        return perHour * (QUIETEST_SHARE + (1 - QUIETEST_SHARE) * awake) * (isWeekend(local) ? 0.5 : 1);
    }

    /** From −1 at night to 1 in the afternoon. */
    private static double swing(ZonedDateTime local) {
        double hour = local.getHour() + local.getMinute() / 60.0;
        return Math.cos((hour - BUSIEST_HOUR) * Math.PI / 12);
    }

    private static boolean isWeekend(ZonedDateTime local) {
        return local.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }
}
