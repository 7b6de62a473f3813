package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

import io.tidemark.bootstrap.cli.Listing.Field;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** What is known of one operation, as tables: the words are those of its page in the console. */
final class OperationTables {
    static final Listing HISTORY = Listing.of(
            left("FROM", 20, change -> seconds(change.path("origin"), "at")),
            left("BRANCH", 24, change -> Text.of(change, "branch", "all")),
            right("P99", 9, change -> OperationTable.duration(change, "newP99Micros")),
            right("CHANGE", 9, OperationTables::change),
            left("WHY", 48, OperationTables::why),
            left("BY", 16, change -> Text.of(change.path("origin"), "by", "")));

    private static final List<Field> OF_EACH_RUN = List.of(
            left("STARTED", 20, run -> seconds(run, "start")),
            right("TOOK", 9, run -> OperationTable.duration(run, "durationMicros")),
            right("× NORMAL P99", 12, OperationTables::times),
            left("USER", 16, "user"));
    private static final List<Field> OF_SOME_RUNS = List.of(
            left("BRANCH", 24, run -> Text.of(run, "branch", "")),
            left("WHAT", 24, run -> Text.of(run, "name", "")),
            right("ROWS", 9, run -> Text.of(run, "rowsAffected", "")),
            left("ERROR", 24, run -> Text.of(run, "error", "")),
            left("TRACE", 32, run -> Text.of(run, "traceId", "")));

    private OperationTables() {}

    /** With the columns of which one of the runs has something to say. */
    static Listing slowest(JsonNode runs) {
        var fields = new ArrayList<>(OF_EACH_RUN);
        OF_SOME_RUNS.stream()
                .filter(field -> runs.valueStream()
                        .anyMatch(run -> !field.cell().apply(run).isEmpty()))
                .forEach(fields::add);
        return Listing.of(fields.toArray(Field[]::new))
                .whenEmpty("No single timings of this stretch of time are kept: look less far back.");
    }

    private static String seconds(JsonNode row, String key) {
        var at = Text.of(row, key, "");
        return at.isEmpty()
                ? "?"
                : Instant.parse(at).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String times(JsonNode run) {
        double factor = run.path("timesNormalP99").asDouble(0);
        return factor == 0 ? "" : String.format(Locale.ROOT, factor < 10 ? "%.1f×" : "%,.0f×", factor);
    }

    private static String change(JsonNode change) {
        return change.path("percentChange").isNumber()
                ? String.format(
                        Locale.ROOT, "%+.0f %%", change.path("percentChange").asDouble(0))
                : "the first";
    }

    private static String why(JsonNode change) {
        var note = Text.of(change.path("origin"), "note", "");
        return Text.of(change.path("origin"), "reason", "?") + (note.isEmpty() ? "" : ": " + note);
    }
}
