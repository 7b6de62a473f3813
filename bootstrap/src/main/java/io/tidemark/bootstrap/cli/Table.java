package io.tidemark.bootstrap.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Rows of text in aligned columns. Each column is as wide as its longest cell and its own bound allow. Where the line has
 * no room for all, the widest texts are cut, and numbers last. Cells may hold any text: what is no letter to a terminal
 * becomes a space.
 */
final class Table {
    private static final int WIDTH = 132;
    private static final String GAP = "  ";
    /** A text that is cut to less says nothing any more. */
    private static final int SAYS_SOMETHING = 8;

    private final List<Column> columns;
    private final int width;
    private final Ansi ansi;
    private final List<Row> rows = new ArrayList<>();

    Table(Column... columns) {
        this(WIDTH, Ansi.OFF, columns);
    }

    /**
     * Makes a table.
     *
     * @param width of the lines, where no terminal says how wide it is
     * @param ansi whether the colours of columns are shown
     */
    Table(int width, Ansi ansi, Column... columns) {
        this.width = Terminal.columns(width);
        this.ansi = ansi;
        this.columns = List.of(columns);
    }

    /**
     * @param most the columns of the terminal that it may take
     * @param colours the picocli style of a cell, by its text
     */
    record Column(String title, int most, boolean right, Map<String, String> colours) {
        static Column left(String title, int most) {
            return new Column(title, most, false, Map.of());
        }

        /** For numbers. */
        static Column right(String title, int most) {
            return new Column(title, most, true, Map.of());
        }

        Column coloured(Map<String, String> styles) {
            return new Column(title, most, right, styles);
        }
    }

    private record Row(List<String> cells, List<String> notes) {}

    /** @throws IllegalArgumentException if there is not one cell for each column */
    Table row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    "a row has " + cells.length + " cells, must have " + columns.size() + ", one for each column");
        }
        rows.add(new Row(List.of(cells).stream().map(Text::printable).toList(), new ArrayList<>()));
        return this;
    }

    /** A line of its own below the latest row. */
    Table note(String text) {
        rows.get(rows.size() - 1).notes().add(Text.printable(text));
        return this;
    }

    List<String> lines() {
        var widths = widths();
        var lines = new ArrayList<String>();
        lines.add(line(columns.stream().map(Column::title).toList(), widths));
        for (var row : rows) {
            lines.add(line(row.cells(), widths));
            row.notes().forEach(note -> lines.add(Text.fit(note, width).stripTrailing()));
        }
        return lines;
    }

    private int[] widths() {
        var widths = new int[columns.size()];
        for (int column = 0; column < widths.length; column++) {
            int longest = Text.width(columns.get(column).title());
            for (var row : rows) {
                longest = Math.max(longest, Text.width(row.cells().get(column)));
            }
            widths[column] = Math.min(longest, columns.get(column).most());
        }
        int room = width - GAP.length() * (widths.length - 1);
        for (int excess = Arrays.stream(widths).sum() - room; excess > 0; excess--) {
            widths[toBeCut(widths)]--;
        }
        return widths;
    }

    /** The widest of the texts that can do with less, or else the widest column. */
    private int toBeCut(int[] widths) {
        int text = -1;
        int any = 0;
        for (int column = 0; column < widths.length; column++) {
            any = widths[column] >= widths[any] ? column : any;
            boolean isText = !columns.get(column).right() && widths[column] > SAYS_SOMETHING;
            text = isText && (text < 0 || widths[column] >= widths[text]) ? column : text;
        }
        return text < 0 ? any : text;
    }

    private String line(List<String> cells, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            var cell = Text.fit(
                    cells.get(column), widths[column], columns.get(column).right());
            var style = columns.get(column).colours().get(cells.get(column));
            line.append(column == 0 ? "" : GAP)
                    .append(style == null ? cell : ansi.string("@|" + style + " " + cell + "|@"));
        }
        return line.toString().stripTrailing();
    }
}
