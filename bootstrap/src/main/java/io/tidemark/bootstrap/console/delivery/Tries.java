package io.tidemark.bootstrap.console.delivery;

import io.tidemark.application.port.OutboxReader.Statistics;
import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.chart.StackChart;
import io.tidemark.bootstrap.console.chart.StackChart.Part;
import io.tidemark.bootstrap.console.chart.StackChart.Step;
import io.tidemark.bootstrap.console.chart.TimeAxis;
import io.tidemark.bootstrap.console.chart.TimeChart;
import io.tidemark.bootstrap.console.frame.Period;
import io.tidemark.bootstrap.console.frame.Wording;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What was tried over a stretch of time.
 *
 * @param hours by the hour and destination
 */
record Tries(Period period, List<Statistics> hours) {
    private static final List<Part> PARTS = List.of(new Part("delivered", "part-1"), new Part("failed", "part-4"));

    Tries {
        hours = hours.stream()
                .filter(hour -> hour.hour().isBefore(period.range().to()))
                .toList();
    }

    Tries at(String destination) {
        return new Tries(
                period,
                hours.stream()
                        .filter(hour -> hour.destination().equals(destination))
                        .toList());
    }

    long delivered() {
        return hours.stream().mapToLong(Statistics::delivered).sum();
    }

    long failed() {
        return hours.stream().mapToLong(Statistics::failed).sum();
    }

    /** The longest p99 of an hour: those of several hours cannot be put together. */
    String slowest() {
        return hours.stream()
                .map(Statistics::p99)
                .max(Comparable::compareTo)
                .map(p99 -> Wording.duration(p99.toNanos() / 1e3))
                .orElse("–");
    }

    TimeChart chart() {
        String description = "%s: %s delivered, %s failed"
                .formatted(period.phrase(), Wording.count(delivered()), Wording.count(failed()));
        return StackChart.draw(description, PARTS, steps(), value -> Wording.count(Math.round(value)), period);
    }

    SparkView spark() {
        return SparkView.upTo(
                "attempts over time",
                steps(),
                Step::start,
                step -> step.values().get(0) + step.values().get(1),
                new TimeAxis(period));
    }

    /** All steps, so that an hour without attempts shows as none. */
    private List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Instant start = period.range().from();
                start.isBefore(period.range().to());
                start = start.plus(period.step())) {
            steps.add(step(start));
        }
        return steps;
    }

    private Step step(Instant start) {
        Instant end = start.plus(period.step());
        List<Statistics> inside = hours.stream()
                .filter(hour -> !hour.hour().isBefore(start) && hour.hour().isBefore(end))
                .toList();
        return new Step(
                start,
                List.of(
                        (double)
                                inside.stream().mapToLong(Statistics::delivered).sum(),
                        (double) inside.stream().mapToLong(Statistics::failed).sum()));
    }
}
