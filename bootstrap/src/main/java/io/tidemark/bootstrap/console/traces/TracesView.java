package io.tidemark.bootstrap.console.traces;

import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Wording;
import java.util.List;

/**
 * The list of traces, ready to be shown.
 *
 * @param filter what was asked for
 * @param rows the traces
 * @param more where those after them are, or empty
 * @param phrase how much of the past it is about
 */
record TracesView(Filter filter, List<Row> rows, String more, String phrase) {
    Headline headline() {
        if (rows.isEmpty()) {
            return new Headline("unknown", "No traces, " + phrase, "");
        }
        long bad = rows.stream().filter(row -> !row.failed().isEmpty()).count();
        String detail = "%s, %s.%s"
                .formatted(
                        Wording.counted(rows.size(), "trace", "traces"),
                        phrase,
                        more.isEmpty() ? "" : " There are more: see below.");
        return bad == 0
                ? new Headline("fine", "No span of these traces failed", detail)
                : new Headline(
                        "warning", Wording.counted(bad, "trace has", "traces have") + " spans that failed", detail);
    }

    /**
     * What was asked for.
     *
     * @param operation the operation of the roots, or empty
     * @param statuses the choices of how roots ended
     * @param hidden what else the address says
     * @param without the address without the filter, or empty where nothing is filtered
     * @param orders which come first
     * @param windows how much of the past
     */
    record Filter(
            String operation,
            List<Option> statuses,
            List<Hidden> hidden,
            String without,
            List<Choice> orders,
            List<Choice> windows) {}

    /** A value and what it is called. */
    record Option(String value, String label, boolean isChosen) {}

    /** A parameter that stays as it is. */
    record Hidden(String name, String value) {}

    /**
     * A trace by its root.
     *
     * @param width how long it took, in thousandths of the longest on the page
     * @param failed how many of its spans failed, or empty
     */
    record Row(
            String href,
            String at,
            String operation,
            String name,
            String took,
            double width,
            Tone status,
            String spans,
            String failed,
            String user) {}

    /** A word with a colour and a shape. */
    record Tone(String look, String word) {}
}
