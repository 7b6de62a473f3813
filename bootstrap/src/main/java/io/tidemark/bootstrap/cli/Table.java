package io.tidemark.bootstrap.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * Rows of text in aligned columns. Each column is as wide as its longest cell, its own bound and the bound of the
 * line allow; what is longer is cut. Cells may hold any text: what is no letter to a terminal becomes a space.
 */
final class Table {
    private static final int WIDTH = 132;
    private static final String GAP = "  ";

    private final List<Column> columns;
    private final int width;
    private final Ansi ansi;
    private final List<Row> rows = new ArrayList<>();

    Table(Column... columns) {
        this(WIDTH, Ansi.OFF, columns);
    }

    /** @param ansi whether the colours of columns are shown */
    Table(int width, Ansi ansi, Column... columns) {
        this.width = width;
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

    private List<Integer> widths() {
        var widths = new ArrayList<Integer>();
        int left = width;
        for (int column = 0; column < columns.size(); column++) {
            int longest = Text.width(columns.get(column).title());
            for (var row : rows) {
                longest = Math.max(longest, Text.width(row.cells().get(column)));
            }
            int taken = Math.max(
                    0, Math.min(left, Math.min(longest, columns.get(column).most())));
            widths.add(taken);
            left -= taken + GAP.length();
        }
        return widths;
    }

    private String line(List<String> cells, List<Integer> widths) {
        var line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            var cell = Text.fit(
                    cells.get(column), widths.get(column), columns.get(column).right());
            var style = columns.get(column).colours().get(cells.get(column));
            line.append(column == 0 ? "" : GAP)
                    .append(style == null ? cell : ansi.string("@|" + style + " " + cell + "|@"));
        }
        return line.toString().stripTrailing();
    }
}
