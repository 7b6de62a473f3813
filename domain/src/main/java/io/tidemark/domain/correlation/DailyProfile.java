package io.tidemark.domain.correlation;

import io.tidemark.domain.series.Series;
import io.tidemark.domain.statistics.Order;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How an operation goes through its days (UTC): for each hour the median of earlier days, on a logarithmic scale, with
 * straight lines between the middles of the hours.
 */
final class DailyProfile implements OwnRhythm {
    private static final int HOURS = 24;
    private static final double SECONDS_PER_HOUR = 3_600;

    /** With fewer days, one bad day would pass for the rhythm. */
    private static final int FEWEST_DAYS = 3;

    /** Hours that differ by less say more about chance than about the rhythm. */
    private static final double ALIKE = 0.02;

    private static final int FEWEST_SLOPES = 10;
    private static final double STRONGEST = 2;

    private final double[] byHour;

    private DailyProfile(double[] byHour) {
        this.byHour = byHour;
    }

    /** That of the hours before an instant; empty unless each hour of the day was seen on three days. */
    static Optional<DailyProfile> of(Series hours, Instant before) {
        if (!hours.step().equals(Duration.ofHours(1))) {
            throw new IllegalArgumentException("history in steps of %s must be by the hour".formatted(hours.step()));
        }
        List<DoubleStream.Builder> seen =
                Stream.generate(DoubleStream::builder).limit(HOURS).toList();
        for (int i = 0; i < hours.size() && hours.instant(i).isBefore(before); i++) {
            if (hours.value(i) > 0) {
                seen.get((int) hourOfDay(hours, i)).add(Math.log(hours.value(i)));
            }
        }
        List<double[]> days = seen.stream()
                .map(DoubleStream.Builder::build)
                .map(DoubleStream::toArray)
                .toList();
        return days.stream().allMatch(hour -> hour.length >= FEWEST_DAYS)
                ? Optional.of(new DailyProfile(
                        days.stream().mapToDouble(Order::median).toArray()))
                : Optional.empty();
    }

    @Override
    public double[] in(Series logarithms) {
        double[] profile = IntStream.range(0, logarithms.size())
                .mapToDouble(i -> at(hourOfDay(logarithms, i)))
                .toArray();
        double strength = strength(Stretches.of(logarithms, Duration.ofHours(1)), profile);
        return Arrays.stream(profile).map(value -> strength * value).toArray();
    }

    private double at(double hourOfDay) {
        double hour = (hourOfDay - 0.5 + HOURS) % HOURS;
        int before = (int) hour;
        double share = hour - before;
        return (1 - share) * byHour[before] + share * byHour[(before + 1) % HOURS];
    }

    /**
     * How strongly today follows it: the median of the slopes between all hours (Theil 1950, Sen 1968), which some bad
     * hours do not move. A quiet Sunday hardly follows the weekdays; taking all of their rhythm from it would make every
     * operation look slower at night.
     */
    private static double strength(List<Stretches.Stretch> hours, double[] profile) {
        DoubleStream.Builder slopes = DoubleStream.builder();
        int count = 0;
        for (Stretches.Stretch one : hours) {
            for (Stretches.Stretch other : hours) {
                double distance = profile[other.middle()] - profile[one.middle()];
                if (other.middle() > one.middle() && Math.abs(distance) >= ALIKE) {
                    slopes.add((other.median() - one.median()) / distance);
                    count++;
                }
            }
        }
        return count < FEWEST_SLOPES
                ? 1
                : Math.max(0, Math.min(STRONGEST, Order.median(slopes.build().toArray())));
    }

    private static double hourOfDay(Series series, int step) {
        long seconds = series.start().getEpochSecond() + step * series.step().toSeconds();
        return Math.floorMod(seconds, (long) (HOURS * SECONDS_PER_HOUR)) / SECONDS_PER_HOUR;
    }
}
