package io.tidemark.bootstrap.console.correlation;

import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.bootstrap.console.frame.Headline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What moves together, ready to be shown.
 *
 * @param headline what it comes to
 * @param choices what else can be looked at
 * @param groups operations that degrade together
 * @param pictures how alike all are, or null when nothing can be compared
 * @param pairs those that move together, the strongest first
 */
record CorrelationView(
        Headline headline,
        Choices choices,
        List<GroupView> groups,
        @Nullable Pictures pictures,
        Pairs pairs) {

    /** What else can be looked at. */
    record Choices(List<Choice> past, List<Choice> thresholds) {}

    /**
     * Operations that degrade together.
     *
     * @param tone the name of its colour and shape
     * @param evidence why they belong together, and how bad it is
     */
    record GroupView(String tone, List<Link> members, String bottleneck, String recommendation, String evidence) {}

    /** Something with a page of its own. */
    record Link(String name, String href) {}

    /** How alike all are; without a graph when nothing moves together. */
    record Pictures(Matrix matrix, @Nullable Graph graph) {}

    /** Those that move together; there may be more than are shown. */
    record Pairs(List<PairRow> shown, int all, String href) {}

    /**
     * Two that move together.
     *
     * @param href where both are shown one under the other
     */
    record PairRow(Link one, Link other, Figures figures, boolean bothSlow, String bottleneck, String href) {}

    /**
     * How much they move together.
     *
     * @param p how likely that is by chance; empty when it was not worked out
     */
    record Figures(String r, String p, String minutes) {}
}
