package io.tidemark.bootstrap.console.chart;

import io.tidemark.bootstrap.console.chart.TimeChart.Tick;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The horizontal axis of a stretch of time.
 *
 * @param period what it shows
 */
public record TimeAxis(Period period) {
    public static final double WIDTH = 1_000;

    /** Where an instant lies, in thousandths from the left. */
    public double x(Instant instant) {
        double whole =
                Duration.between(period.range().from(), period.range().to()).toMillis();
        return WIDTH * Duration.between(period.range().from(), instant).toMillis() / whole;
    }

    /** Where the middle of the step lies that starts then. */
    public double middle(Instant start) {
        return x(start.plus(period.step().dividedBy(2)));
    }

    /** When a step begins, with its day where the picture shows several. */
    public String label(Instant start) {
        return Duration.between(period.range().from(), period.range().to()).compareTo(Duration.ofDays(1)) > 0
                ? Wording.dayAndTime(start)
                : Wording.time(start);
    }

    List<Tick> ticks() {
        long seconds = period.tick().toSeconds();
        boolean areDays = period.tick().compareTo(Duration.ofHours(12)) >= 0;
        List<Tick> ticks = new ArrayList<>();
        long second = Math.floorDiv(period.range().from().getEpochSecond(), seconds) * seconds + seconds;
        for (; second < period.range().to().getEpochSecond(); second += seconds) {
            Instant at = Instant.ofEpochSecond(second);
            ticks.add(new Tick(x(at) * 100 / WIDTH, areDays ? Wording.day(at) : Wording.time(at)));
        }
        return ticks;
    }
}
