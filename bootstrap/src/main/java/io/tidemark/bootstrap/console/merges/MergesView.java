package io.tidemark.bootstrap.console.merges;

import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.chart.TimeChart;
import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.domain.merge.MergeAdvice;
import io.tidemark.domain.merge.MergeFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page of merges, ready to be shown.
 *
 * @param head what it says first
 * @param filter what was asked for
 * @param whole all merges together, or null when there are none
 * @param pairs by pair of branches
 * @param rows the merges one by one
 */
record MergesView(Head head, Filter filter, @Nullable Whole whole, Pairs pairs, Rows rows) {

    /**
     * What the page says first.
     *
     * @param tone the name of its colour and shape
     * @param phrase how much of the past it is about
     */
    record Head(String tone, String sentence, String detail, String phrase) {}

    /**
     * What was asked for.
     *
     * @param statuses the choices of how merges ended
     * @param bottlenecks the choices of where they lost their time
     * @param hidden what the address says of the stretch of time
     * @param without the address without the filter, or empty where nothing is filtered
     */
    record Filter(
            MergeFilter asked,
            List<Option> statuses,
            List<Option> bottlenecks,
            List<Option> hidden,
            String without,
            List<Choice> windows) {}

    /** A value and what it is called. */
    record Option(String value, String label, boolean isChosen) {}

    /**
     * All merges together.
     *
     * @param phases each with its figures, in their order
     * @param since since when what takes longer
     * @param charts the phases, and how merges ended, over time
     */
    record Whole(PhaseBar bar, List<PhaseLine> phases, MergeAdvice advice, List<String> since, Charts charts) {}

    /** A phase with its figures. */
    record PhaseLine(String name, String look, String share, String average, String p99, String longest) {}

    /** Pictures over time. */
    record Charts(TimeChart phases, TimeChart success) {}

    /**
     * The pairs of branches.
     *
     * @param shown those where most time was lost, first
     * @param hotSpots those with conflicts, the most often first
     * @param note what is not shown, or empty
     */
    record Pairs(List<PairRow> shown, List<HotSpot> hotSpots, String note) {}

    /**
     * A pair.
     *
     * @param sla how its p99 stands to what is normal
     */
    record PairRow(
            Names names,
            String merges,
            Durations took,
            Tone sla,
            Phases phases,
            String automatic,
            String conflicts,
            Change change,
            MergeAdvice advice) {}

    /** Since when it takes longer, in a few words and in a sentence; or empty. */
    record Change(String since, String sentence) {}

    /** The branches of a pair, and where its merges are. */
    record Names(String source, String target, String href) {}

    /**
     * How long its merges took.
     *
     * @param isWeak whether the p99 rests on few merges
     */
    record Durations(String average, String p99, boolean isWeak, SparkView spark) {}

    /** Where it loses its time. */
    record Phases(String bottleneck, String share, PhaseBar bar) {}

    /** A word with a colour and a shape. */
    record Tone(String look, String word) {}

    /** A pair with conflicts. */
    record HotSpot(
            Names names, String rate, String found, String most, String automatic, String average, String longest) {}

    /**
     * The merges one by one.
     *
     * @param older where those before them are, or empty
     * @param latest where the latest are, or empty where they are shown
     */
    record Rows(List<Row> shown, String older, String latest) {}

    /**
     * A merge.
     *
     * @param trace where its trace is, or empty
     */
    record Row(
            String at,
            Names names,
            String total,
            Phases phases,
            String conflicts,
            Tone status,
            String user,
            String trace) {}
}
