package io.tidemark.bootstrap.cli;

import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/**
 * Rows of an answer as a {@link Table}: each column knows where it finds its cell. It is a constant of a command, which
 * shows it with {@code conversation.show(answer, PENDING.in("pending"))}:
 *
 * <pre>{@code
 * private static final Listing PENDING = Listing.of(
 *                 right("ID", 8, "id"),
 *                 left("OPERATION", 32, BaselineTables::scope))
 *         .noting("message")
 *         .whenEmpty("Nothing waits for approval.");
 * }</pre>
 *
 * @param note the line below a row; none if it is empty
 * @param whenEmpty the sentence instead of the head, when there are no rows; none if it is empty
 */
record Listing(List<Field> fields, Function<JsonNode, String> note, String whenEmpty) {
    private static final String NOTE_INDENT = "    ";

    Listing {
        fields = List.copyOf(fields);
    }

    static Listing of(Field... fields) {
        return new Listing(List.of(fields), row -> "", "");
    }

    /** A column, and the text of its cell in a row. */
    record Field(Table.Column column, Function<JsonNode, String> cell) {}

    /** @param key where the text is found in a row; a question mark stands for what is not there */
    static Field left(String title, int most, String key) {
        return left(title, most, row -> Text.of(row, key, "?"));
    }

    static Field left(String title, int most, Function<JsonNode, String> cell) {
        return new Field(Table.Column.left(title, most), cell);
    }

    /** For numbers. */
    static Field right(String title, int most, String key) {
        return right(title, most, row -> Text.of(row, key, "?"));
    }

    /** For numbers. */
    static Field right(String title, int most, Function<JsonNode, String> cell) {
        return new Field(Table.Column.right(title, most), cell);
    }

    /** Below each row that has it, what is found under the key. */
    Listing noting(String key) {
        return noting(row -> Text.of(row, key, ""));
    }

    Listing noting(Function<JsonNode, String> text) {
        return new Listing(fields, text, whenEmpty);
    }

    Listing whenEmpty(String sentence) {
        return new Listing(fields, note, sentence);
    }

    /** The lines of an answer that has the rows under the key. */
    Function<JsonNode, List<String>> in(String key) {
        return answer -> lines(answer.path(key));
    }

    /** @param rows an array of them, or one */
    List<String> lines(JsonNode rows) {
        if (!rows.isObject() && rows.isEmpty() && !whenEmpty.isEmpty()) {
            return List.of(whenEmpty);
        }
        var table = new Table(fields.stream().map(Field::column).toArray(Table.Column[]::new));
        for (var row : rows.isObject() ? List.of(rows) : rows) {
            table.row(fields.stream().map(field -> field.cell().apply(row)).toArray(String[]::new));
            var text = note.apply(row);
            if (!text.isEmpty()) {
                table.note(NOTE_INDENT + text);
            }
        }
        return table.lines();
    }
}
