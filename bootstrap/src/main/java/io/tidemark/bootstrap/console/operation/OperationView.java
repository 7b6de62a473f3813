package io.tidemark.bootstrap.console.operation;

import io.tidemark.bootstrap.console.chart.HeatMap;
import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.chart.TimeChart;
import io.tidemark.bootstrap.console.deployment.DeploymentRow;
import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.bootstrap.console.frame.Headline;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The page of an operation, ready to be shown.
 *
 * @param subject which operation
 * @param headline whether it is slower than normal
 * @param choices what else can be looked at
 * @param pictures how it went, or null without timings
 * @param tables what is known of it
 */
record OperationView(
        Subject subject,
        Headline headline,
        Choices choices,
        @Nullable Pictures pictures,
        Tables tables) {

    /**
     * Which operation.
     *
     * @param about its category and description
     * @param command what makes a baseline, when it has none; else empty
     * @param alerts where all alerts about it are
     * @param merges where the phases and branches of merges are, or empty where it is no part of merging
     */
    record Subject(String name, String about, String command, String alerts, String merges) {}

    /**
     * What else can be looked at.
     *
     * @param period in words
     * @param step how long a step of the pictures is
     * @param past other stretches of time
     * @param compare what it can be compared with
     */
    record Choices(String period, String step, List<Choice> past, List<Choice> compare) {}

    /**
     * How it went.
     *
     * @param compared both stretches of time in figures; empty when nothing is compared
     * @param verdict what the comparison comes to; empty when nothing is compared
     */
    record Pictures(TimeChart bands, HeatMap heat, List<Stretch> compared, String verdict) {}

    /** A stretch of time in figures, or by how much they changed. */
    record Stretch(String name, String count, String p50, String p95, String p99, String max) {}

    /**
     * What is known of it.
     *
     * @param slowest its slowest timings; null when no single timings are kept, or they take too long to find
     * @param branches those with most timings, or empty when it has none
     * @param baselines what was and is normal
     * @param alerts those about it
     * @param deployments what was brought into use in the time that is shown
     */
    record Tables(
            @Nullable List<Slow> slowest,
            Branches branches,
            Baselines baselines,
            List<AlertRow> alerts,
            List<DeploymentRow> deployments) {

        /** Whether anything of that kind is known of one of the slowest timings. */
        boolean knows(Function<Run, String> what) {
            return slowest != null
                    && slowest.stream().anyMatch(slow -> !what.apply(slow.run()).isEmpty());
        }

        boolean knowsTraces() {
            return slowest != null && slowest.stream().anyMatch(slow -> slow.trace() != null);
        }
    }

    /**
     * A slow timing.
     *
     * @param times how many times normal; empty when that is not known
     * @param trace where its trace is, or null
     */
    record Slow(
            Instant at,
            String time,
            String duration,
            String times,
            Run run,
            @Nullable String trace) {}

    /** What is known of a run, such as what went wrong: empty where nothing is. */
    record Run(String branch, String user, String name, String rows, String error) {}

    /** The branches, of which there may be more. */
    record Branches(List<BranchRow> shown, int all) {}

    record BranchRow(String name, Stretch figures, String times, SparkView spark) {}

    /**
     * What was and is normal.
     *
     * @param active in figures, or null when there is none
     * @param spark its p99 over time, or null
     * @param changes how it became so, the latest first
     */
    record Baselines(@Nullable Active active, @Nullable SparkView spark, List<Change> changes) {}

    /** The baseline in force. */
    record Active(String p50, String p75, String p90, String p95, String p99, String limit, String basis) {}

    /** A baseline took the place of another. */
    record Change(Instant at, String time, String scope, String p99, String change, String why, String by) {}

    /** An alert. */
    record AlertRow(
            String severity, String state, String href, String title, Instant since, String sinceTime, String seen) {}
}
