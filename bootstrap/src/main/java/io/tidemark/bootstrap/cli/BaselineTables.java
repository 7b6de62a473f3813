package io.tidemark.bootstrap.cli;

import static io.tidemark.bootstrap.cli.Listing.left;
import static io.tidemark.bootstrap.cli.Listing.right;

import java.util.Locale;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What the daemon says about baselines, as tables. */
final class BaselineTables {
    static final Listing ACTIVE = Listing.of(
                    right("ID", 8, inside("baseline", "baselineId")),
                    left("OPERATION", 32, inside("baseline", BaselineTables::scope)),
                    right("SAMPLES", 9, inside("baseline", "samples")),
                    right("P50", 14, inside("percentiles", millis("p50Micros"))),
                    right("P99", 14, inside("baseline", BaselineTables::p99)),
                    right("THRESHOLD", 14, inside("baseline", millis("thresholdMicros"))),
                    left("FRESHNESS", 10, "freshness"),
                    left("REFERENCE", 40, inside("reference", BaselineTables::reference)))
            .noting(BaselineTables::held);

    static final Listing RECALCULATED = Listing.of(
                    left("OPERATION", 32, BaselineTables::scope),
                    left("OUTCOME", 14, "outcome"),
                    right("ID", 8, row -> Text.of(row, "baselineId", "-")),
                    right("SAMPLES", 9, "samples"),
                    right("OLD P99", 14, millis("oldP99Micros")),
                    right("NEW P99", 14, millis("newP99Micros")),
                    right("CHANGE", 10, percent("percentChange")),
                    left("REASON", 24, "reason"))
            .noting("message");

    static final Listing PENDING = Listing.of(
                    right("ID", 8, "id"),
                    left("OPERATION", 32, BaselineTables::scope),
                    right("SAMPLES", 9, "samples"),
                    right("OLD P99", 14, millis("oldP99Micros")),
                    right("NEW P99", 14, millis("newP99Micros")),
                    right("CHANGE", 10, percent("percentChange")),
                    left("PROPOSED AT", 27, "proposedAt"))
            .whenEmpty("Nothing waits for approval.");

    static final Listing HISTORY = Listing.of(
                    left("AT", 27, inside("origin", "at")),
                    left("OPERATION", 32, BaselineTables::scope),
                    right("ID", 8, "baselineId"),
                    right("OLD P99", 14, millis("oldP99Micros")),
                    right("NEW P99", 14, millis("newP99Micros")),
                    right("CHANGE", 10, percent("percentChange")),
                    left("REASON", 9, inside("origin", "reason")),
                    left("BY", 16, inside("origin", "by")))
            .noting(inside("origin", row -> Text.of(row, "note", "")))
            .whenEmpty("No baseline has changed yet.");

    static final Listing REFERENCES = Listing.of(
                    left("NAME", 24, "name"),
                    left("OPERATION", 32, BaselineTables::scope),
                    right("ID", 8, "baselineId"),
                    right("P99", 14, millis("p99Micros")),
                    left("PINNED BY", 16, "by"),
                    left("AT", 27, "at"))
            .whenEmpty("Nothing is pinned.");

    static final Listing EXCLUSIONS = Listing.of(
                    right("ID", 8, "id"),
                    left("OPERATION", 28, BaselineTables::excluded),
                    left("FROM", 24, "from"),
                    left("TO", 24, row -> Text.of(row, "to", "until it is lifted")),
                    left("BY", 12, "by"),
                    left("REASON", 60, "reason"))
            .whenEmpty("Nothing is taken out.");

    private BaselineTables() {}

    static String scope(JsonNode row) {
        var branch = Text.of(row, "branch", "");
        return Text.of(row, "operation", "?") + (branch.isEmpty() ? "" : " (" + branch + ")");
    }

    private static Function<JsonNode, String> inside(String key, String inner) {
        return inside(key, row -> Text.of(row, inner, "?"));
    }

    private static Function<JsonNode, String> inside(String key, Function<JsonNode, String> cell) {
        return row -> cell.apply(row.path(key));
    }

    private static String p99(JsonNode baseline) {
        return millis("p99Micros").apply(baseline) + (baseline.path("weak").asBoolean(false) ? " (weak)" : "");
    }

    private static String held(JsonNode row) {
        var held = Text.of(row, "held", "");
        return held.isEmpty() ? "" : "      held: " + held;
    }

    private static String excluded(JsonNode row) {
        return Text.of(row, "operation", "").isEmpty() ? "everything" : scope(row);
    }

    private static String reference(JsonNode reference) {
        return reference.isMissingNode() || reference.isNull()
                ? "-"
                : "%s vs %s%s"
                        .formatted(
                                percent("percentAbove").apply(reference),
                                Text.of(reference, "name", "?"),
                                reference.path("crept").asBoolean(false) ? ": crept" : "");
    }

    private static Function<JsonNode, String> millis(String key) {
        return row -> row.path(key).isNumber() ? Text.millis(row.path(key).asLong(0)) : "-";
    }

    private static Function<JsonNode, String> percent(String key) {
        return row -> row.path(key).isNumber()
                ? String.format(Locale.ROOT, "%+.1f %%", row.path(key).asDouble(0))
                : "-";
    }
}
