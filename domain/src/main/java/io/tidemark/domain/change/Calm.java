package io.tidemark.domain.change;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.tidemark.domain.series.Series;
import io.tidemark.domain.statistics.Order;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Takes the rhythm of day and week out of durations, and leaves their level in. Each hour is held against the median of
 * its own day, and each day against the week around it, so that a shift of the level does not pass for rhythm. Working
 * days and weekends have days of their own. Where there are too few to tell, nothing is taken out.
 */
final class Calm {
    private static final int FEWEST_STEPS_OF_A_DAY = 6;
    private static final int FEWEST_DAYS = 3;
    private static final int FEWEST_WEEKS = 2;
    private static final int FEWEST_DAYS_OF_A_WEEK = 5;
    private static final int DAYS_AROUND = 3;
    private static final int WEEKEND = 24;

    private final Series series;
    private final List<ZonedDateTime> times;
    private final Map<LocalDate, Double> days;
    private final Map<Integer, Double> hours;
    private final Map<DayOfWeek, Double> weekdays;

    private Calm(Series series, ZoneId zone) {
        this.series = series;
        this.times = IntStream.range(0, series.size())
                .mapToObj(step -> series.instant(step).atZone(zone))
                .toList();
        long stepsOfADay = Math.max(1, Duration.ofDays(1).dividedBy(series.step()));
        List<Integer> steps = IntStream.range(0, series.size()).boxed().toList();
        this.days = medians(
                steps, step -> time(step).toLocalDate(), this::log, (int) Math.min(FEWEST_STEPS_OF_A_DAY, stepsOfADay));
        this.hours = medians(steps, this::hour, this::beyondDay, FEWEST_DAYS);
        this.weekdays = medians(days.keySet(), LocalDate::getDayOfWeek, this::beyondWeek, FEWEST_WEEKS);
    }

    /** What is left of a series of positive values. */
    static Series of(Series series, ZoneId zone) {
        Calm calm = new Calm(series, zone);
        double[] values = series.values();
        for (int step = 0; step < values.length; step++) {
            values[step] /= Math.exp(calm.rhythm(step));
        }
        return Series.of(series.start(), series.step(), values);
    }

    private double rhythm(int step) {
        return hours.getOrDefault(hour(step), 0.0)
                + weekdays.getOrDefault(time(step).getDayOfWeek(), 0.0);
    }

    private ZonedDateTime time(int step) {
        return times.get(step);
    }

    private int hour(int step) {
        ZonedDateTime time = time(step);
        boolean weekend = time.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return time.getHour() + (weekend ? WEEKEND : 0);
    }

    private double log(int step) {
        return Math.log(series.value(step));
    }

    private double beyondDay(int step) {
        return log(step) - days.getOrDefault(time(step).toLocalDate(), Double.NaN);
    }

    private double beyondWeek(LocalDate day) {
        double[] week = LongStream.rangeClosed(-DAYS_AROUND, DAYS_AROUND)
                .mapToObj(day::plusDays)
                .filter(days::containsKey)
                .mapToDouble(days::get)
                .toArray();
        boolean whole = days.containsKey(day.minusDays(DAYS_AROUND)) && days.containsKey(day.plusDays(DAYS_AROUND));
        return whole && week.length >= FEWEST_DAYS_OF_A_WEEK
                ? days.getOrDefault(day, Double.NaN) - Order.median(week)
                : Double.NaN;
    }

    /** The median of each group that has enough values. */
    private static <T, K> Map<K, Double> medians(
            Collection<T> all, Function<T, K> group, ToDoubleFunction<T> value, int fewest) {
        Map<K, List<Double>> groups = all.stream()
                .filter(one -> Double.isFinite(value.applyAsDouble(one)))
                .collect(groupingBy(group, mapping(value::applyAsDouble, toList())));
        Map<K, Double> medians = new HashMap<>();
        groups.forEach((key, values) -> {
            if (values.size() >= fewest) {
                medians.put(
                        key,
                        Order.median(
                                values.stream().mapToDouble(Double::doubleValue).toArray()));
            }
        });
        return medians;
    }
}
