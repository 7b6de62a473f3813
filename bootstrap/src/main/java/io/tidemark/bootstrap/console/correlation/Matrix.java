package io.tidemark.bootstrap.console.correlation;

import io.tidemark.domain.correlation.Affinities;
import io.tidemark.domain.correlation.Affinity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How alike operations are each to each: a triangle of cells, with the names along its long side.
 *
 * @param description what the picture shows, for those who do not see it
 * @param names in the order in which those stand together that move together
 * @param cells one for each pair
 * @param left how many operations are not shown
 */
record Matrix(String description, List<Name> names, List<Cell> cells, int left) {
    static final int SIZE = 18;

    private static final int ROOM_FOR_NAMES = 190;
    private static final double NOTABLE = 0.3;

    Matrix {
        names = List.copyOf(names);
        cells = List.copyOf(cells);
    }

    /** The name of a row, and of the column below it. */
    record Name(int place, String text, String full, String href) {}

    /**
     * A pair.
     *
     * @param look the class of its colour
     * @param opacity the stronger, the fuller
     * @param isNegative whether they move against each other, by enough to be told
     */
    record Cell(int row, int column, String look, String opacity, boolean isNegative, String title, String href) {}

    static Matrix of(Affinities affinities, int all, CorrelationQuery query) {
        List<String> operations = affinities.operations();
        List<Name> names = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (int row = 0; row < operations.size(); row++) {
            String name = operations.get(row);
            names.add(new Name(row, Phrases.shortened(name), name, query.operation(name)));
            for (int column = 0; column < row; column++) {
                cells.add(cell(row, column, affinities, query));
            }
        }
        return new Matrix(description(operations.size(), cells), names, cells, all - operations.size());
    }

    private static Cell cell(int row, int column, Affinities affinities, CorrelationQuery query) {
        Affinity affinity = affinities.between(row, column);
        String one = affinities.operations().get(column);
        String other = affinities.operations().get(row);
        double r = affinity.coefficient();
        return new Cell(
                row,
                column,
                affinity.isKnown() ? r < 0 ? "against" : "with" : "unknown",
                String.format(Locale.ROOT, "%.2f", affinity.isKnown() ? Math.abs(r) : 0),
                affinity.isKnown() && r <= -NOTABLE,
                "%s × %s: %s".formatted(one, other, Phrases.of(affinity)),
                query.pair(one, other));
    }

    private static String description(int operations, List<Cell> cells) {
        long against = cells.stream().filter(Cell::isNegative).count();
        return "How alike %d operations are each to each, %d pairs, %d of them against each other; the table below lists those that move together"
                .formatted(operations, cells.size(), against);
    }

    int width() {
        return names.size() * SIZE + ROOM_FOR_NAMES;
    }

    int height() {
        return names.size() * SIZE;
    }
}
