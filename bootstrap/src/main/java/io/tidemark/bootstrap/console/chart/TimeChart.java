package io.tidemark.bootstrap.console.chart;

import io.tidemark.bootstrap.console.frame.Period;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Something over time, ready to be drawn. Looks are classes of the style sheet.
 *
 * @param description what the picture shows, for those who do not see it
 * @param height of the plot, without the labels of the time axis
 * @param stretches what is shaded from top to bottom, such as maintenance windows
 * @param layers areas and lines, the first at the back
 * @param levels lines from one side to the other
 * @param marks single points in time
 * @param axes the labels at both axes
 * @param readings a line for each step: where it lies, a semicolon, and its figures, for the pointer
 * @param period what is shown, so that a part of it can be chosen, or null when it cannot
 */
public record TimeChart(
        String description,
        int height,
        List<Stretch> stretches,
        List<Layer> layers,
        List<Level> levels,
        List<Mark> marks,
        Axes axes,
        String readings,
        @Nullable Period period) {
    public TimeChart {
        stretches = List.copyOf(stretches);
        layers = List.copyOf(layers);
        levels = List.copyOf(levels);
        marks = List.copyOf(marks);
    }

    /**
     * An area or a line.
     *
     * @param name what it shows; those of one name are hidden and shown together
     * @param clip how far down it is drawn, or null for all of it
     */
    public record Layer(
            String name, String look, String path, @Nullable Double clip) {
        public Layer(String name, String look, String path) {
            this(name, look, path, null);
        }
    }

    /** A height that others are held against. */
    public record Level(String name, String look, double y) {}

    /**
     * Something that happened.
     *
     * @param x where, in thousandths from the left
     * @param y how high, or null for a line from top to bottom
     * @param title what it was
     * @param href where there is more about it, or null
     */
    public record Mark(
            String name,
            String look,
            double x,
            @Nullable Double y,
            String title,
            @Nullable String href) {}

    /** Something that lasted, from one side to another in thousandths. */
    public record Stretch(String name, String look, double x, double width, String title) {}

    /** The labels at both axes. */
    public record Axes(List<Tick> values, List<Tick> times) {
        /** Of ticks that would read the same, such as parts of what is counted, there is the first. */
        public static Axes of(ValueScale scale, DoubleFunction<String> label, TimeAxis time) {
            List<Tick> ticks = new ArrayList<>();
            for (double value : scale.ticks()) {
                String text = label.apply(value);
                if (ticks.isEmpty() || !ticks.get(ticks.size() - 1).label().equals(text)) {
                    ticks.add(new Tick(scale.y(value), text));
                }
            }
            return new Axes(ticks, time.ticks());
        }
    }

    /**
     * A label.
     *
     * @param at where: from the top, or in hundredths from the left
     */
    public record Tick(double at, String label) {}

    /** The figures of a step. */
    public record Reading(double x, String text) {}

    /** Readings as one text. */
    public static String readings(Collection<Reading> readings) {
        return readings.stream()
                .map(reading -> Outline.number(reading.x()) + ";" + reading.text())
                .collect(Collectors.joining("\n"));
    }

    /** The same with what happened, and what lasted, in its time. */
    public TimeChart with(List<Stretch> moreStretches, List<Mark> moreMarks) {
        return new TimeChart(
                description,
                height,
                joined(stretches, moreStretches),
                layers,
                levels,
                joined(marks, moreMarks),
                axes,
                readings,
                period);
    }

    /** The names of what can be hidden, as a legend lists them, with their looks. */
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        layers.stream()
                .filter(layer -> layer.clip() == null)
                .forEach(layer -> keys.add(new Key(layer.name(), layer.look())));
        levels.forEach(level -> keys.add(new Key(level.name(), level.look())));
        stretches.forEach(stretch -> keys.add(new Key(stretch.name(), stretch.look())));
        marks.forEach(mark -> keys.add(new Key(mark.name(), mark.look())));
        return keys.stream().distinct().toList();
    }

    /** An entry of the legend. */
    public record Key(String name, String look) {}

    /** The first instant that is shown. */
    Instant from() {
        return shown().range().from();
    }

    /** The first instant that is no longer shown. */
    Instant to() {
        return shown().range().to();
    }

    private Period shown() {
        if (period == null) {
            throw new IllegalStateException("no part of this chart can be chosen");
        }
        return period;
    }

    static String number(double value) {
        return Outline.number(value);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        List<T> all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
