package io.tidemark.bootstrap.console.overview;

import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.bootstrap.console.frame.HealthView;
import io.tidemark.bootstrap.console.frame.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The overview, ready to be shown.
 *
 * @param query what was asked for
 * @param period the stretch of time that is shown
 * @param headline what is wrong now
 * @param health how the daemon is
 * @param alerts the alerts that are not resolved
 * @param operations the operations
 * @param figures how the daemon itself does
 */
record OverviewView(
        OverviewQuery query,
        Period period,
        Headline headline,
        HealthView health,
        Alerts alerts,
        Operations operations,
        List<Figure> figures) {

    /**
     * What is wrong now, in a sentence.
     *
     * @param tone the name of its colour and shape
     * @param detail the operations, counted by how they do
     * @param tab what the browser's tab says
     */
    record Headline(String tone, String sentence, String detail, String tab) {}

    /**
     * The alerts.
     *
     * @param shown the most recent ones, the worst first
     * @param advice what to know or do when there are none
     */
    record Alerts(List<AlertView> shown, String advice) {}

    /**
     * The operations.
     *
     * @param cards as many as fit a page, the worst first
     * @param matching how many pass the filter
     * @param total how many there are
     */
    record Operations(List<CardView> cards, int matching, int total) {}

    /**
     * A figure of the strip at the bottom.
     *
     * @param href where the rows that it counts are, or null
     */
    record Figure(
            String group,
            String name,
            String value,
            boolean isBad,
            @Nullable String href) {}

    /** The choices of how much of the past to show. */
    List<Choice> windows() {
        return Choice.ofPast(query.address(), period);
    }

    /** Where its changes come from. */
    String live() {
        return "/live" + query.address().href().substring(1);
    }
}
