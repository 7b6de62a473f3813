package io.tidemark.bootstrap.console.chart;

import io.tidemark.bootstrap.console.chart.TimeChart.Axes;
import io.tidemark.bootstrap.console.chart.TimeChart.Layer;
import io.tidemark.bootstrap.console.chart.TimeChart.Reading;
import io.tidemark.bootstrap.console.frame.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Draws parts of a whole over time, one on top of the other, the first at the bottom. */
public final class StackChart {
    private static final int HEIGHT = 220;

    private StackChart() {}

    /**
     * A part.
     *
     * @param look its class of the style sheet, such as {@code part-1}
     */
    public record Part(String name, String look) {}

    /**
     * What was seen in a step.
     *
     * @param values one for each part
     */
    public record Step(Instant start, List<Double> values) {
        public Step {
            values = List.copyOf(values);
        }

        double upTo(int part) {
            return values.subList(0, part).stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
        }
    }

    /**
     * The parts over time.
     *
     * @param description what the picture shows, for those who do not see it
     * @param label how a value is written
     */
    public static TimeChart draw(
            String description, List<Part> parts, List<Step> steps, DoubleFunction<String> label, Period period) {
        TimeAxis axis = new TimeAxis(period);
        LinearScale scale = LinearScale.upTo(
                steps.stream()
                        .mapToDouble(step -> step.upTo(parts.size()))
                        .max()
                        .orElse(0),
                HEIGHT);
        Outline<Step> outline = new Outline<>(steps, Step::start, axis, scale);
        List<Layer> layers = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            int part = i;
            layers.add(new Layer(
                    parts.get(i).name(),
                    parts.get(i).look(),
                    outline.area(step -> step.upTo(part + 1), step -> step.upTo(part))));
        }
        return new TimeChart(
                description,
                HEIGHT,
                List.of(),
                layers,
                List.of(),
                List.of(),
                Axes.of(scale, label, axis),
                TimeChart.readings(steps.stream()
                        .map(step -> new Reading(axis.middle(step.start()), text(parts, step, label, axis)))
                        .toList()),
                period);
    }

    private static String text(List<Part> parts, Step step, DoubleFunction<String> label, TimeAxis axis) {
        return IntStream.range(0, parts.size())
                .mapToObj(i ->
                        parts.get(i).name() + " " + label.apply(step.values().get(i)))
                .collect(Collectors.joining(" · ", axis.label(step.start()) + " · ", ""));
    }
}
