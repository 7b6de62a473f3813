package io.tidemark.bootstrap.console.quiet;

import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.quiet.SilenceDesk.Selection;
import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.alert.Quiet;
import io.tidemark.domain.alert.QuietReason;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What keeps alerts quiet.
 *
 * @param windowPreview when the window that was filled in would be open, or null when nobody asked
 * @param silencePreview what the silence that was filled in would hide, or null when nobody asked
 */
record QuietView(
        Headline headline,
        QuietQuery query,
        List<WindowRow> windows,
        List<SilenceRow> silences,
        @Nullable Preview windowPreview,
        @Nullable Preview silencePreview) {
    /** How many silences are shown at once. */
    static final int MOST_SHOWN = 200;

    private static final Set<QuietReason> BY_PEOPLE =
            Set.of(QuietReason.MAINTENANCE_WINDOW, QuietReason.SILENCED, QuietReason.SNOOZED);

    /** How windows are written, one of each kind. */
    private static final List<String> EXAMPLES = List.of(
            "once 2026-11-22T02:00 to 2026-11-22T04:00",
            "daily 02:00-03:00",
            "weekly sat,sun 22:00-06:00",
            "monthly 1 23:00-05:00",
            "monthly last 23:00-05:00",
            "cron 0 2 * * sun for 2h30m");

    List<Choice> examples() {
        return EXAMPLES.stream()
                .map(text -> new Choice(
                        text,
                        QuietQuery.example(text),
                        text.equals(query.draft().recurrence())))
                .toList();
    }

    List<Choice> selections() {
        return List.of(
                new Choice("Current", QuietQuery.PATH + "#silences", query.selection() == Selection.CURRENT),
                new Choice("All", QuietQuery.PATH + "?silences=all#silences", query.selection() == Selection.ALL));
    }

    static Headline headline(List<WindowRow> windows, List<SilenceRow> silences, List<AlertReport> alerts) {
        long open = windows.stream()
                .filter(window -> window.state().tone().equals("warning"))
                .count();
        long active = silences.stream()
                .filter(silence -> silence.tone().equals("warning"))
                .count();
        long quiet = alerts.stream()
                .map(report -> report.alert().telling().quiet())
                .filter(QuietView::isByPeople)
                .count();
        String detail = (quiet == 0 ? "No open alert is" : Wording.counted(quiet, "open alert is", "open alerts are"))
                + " kept quiet by people now; each is recorded all the same, with the reason.";
        if (open + active == 0) {
            return new Headline("fine", "Nothing is kept quiet now", detail);
        }
        String windowsOpen = Wording.counted(open, "window is open", "windows are open");
        String silencesActive = Wording.counted(active, "silence is in force", "silences are in force");
        String sentence = open == 0 ? silencesActive : active == 0 ? windowsOpen : windowsOpen + ", " + silencesActive;
        return new Headline(quiet > 0 ? "warning" : "unknown", sentence, detail);
    }

    private static boolean isByPeople(@Nullable Quiet quiet) {
        return quiet != null && BY_PEOPLE.contains(quiet.reason());
    }
}
