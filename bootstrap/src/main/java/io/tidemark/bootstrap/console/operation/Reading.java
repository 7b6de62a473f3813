package io.tidemark.bootstrap.console.operation;

import io.tidemark.application.change.StandingShift;
import io.tidemark.application.overview.OperationOverview;
import io.tidemark.application.port.AlertReader.AlertReport;
import io.tidemark.application.port.ExpectationBook;
import io.tidemark.domain.anomaly.Anomaly;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.BaselineChange;
import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Reference;
import io.tidemark.domain.deployment.FiledDeployment;
import io.tidemark.domain.percentile.Distribution;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.quiet.MaintenanceWindow;
import io.tidemark.domain.timing.Timing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Everything the page shows, as of one moment.
 *
 * @param at that moment
 * @param state how the operation does now
 * @param course how it went in the time that is shown
 * @param happenings what happened meanwhile
 * @param runs single timings, and those of branches
 */
record Reading(Instant at, State state, Course course, Happenings happenings, Runs runs) {

    /**
     * How it does now.
     *
     * @param recent the last minutes, or null when it had no timings in them
     * @param baseline what is normal, or null when that is not known yet
     * @param shift the lasting change for the worse that stands, or null
     */
    record State(
            @Nullable Distribution recent,
            @Nullable ActiveBaseline baseline,
            @Nullable StandingShift shift) {}

    /**
     * How it went.
     *
     * @param steps its durations, step by step
     * @param overview what those come to, or null without timings
     * @param beside the same at the time that it is compared with, or null
     */
    record Course(
            SortedMap<Instant, Sketch> steps,
            @Nullable OperationOverview overview,
            @Nullable OperationOverview beside) {}

    /**
     * What happened meanwhile.
     *
     * @param alerts those about the operation, the most recent first
     * @param changes its baselines, the latest first
     * @param pinned its baselines that were pinned
     * @param anomalies timings that do not fit
     * @param shifts when its level changed
     * @param deployments what was brought into use that may have touched it, the most recent first
     * @param quiet when something was expected or left out
     */
    record Happenings(
            List<AlertReport> alerts,
            List<BaselineChange> changes,
            List<Reference> pinned,
            List<Anomaly> anomalies,
            List<Shift> shifts,
            List<FiledDeployment> deployments,
            Quiet quiet) {}

    /** A change of level: by what share of the level before. */
    record Shift(Instant at, double relativeChange) {}

    /**
     * When something was expected or left out.
     *
     * @param windows the maintenance windows that may cover it
     * @param expected what people have said to expect
     * @param excluded what people have taken out of what is normal
     */
    record Quiet(
            List<MaintenanceWindow> windows,
            List<ExpectationBook.Numbered> expected,
            List<Exclusion.Numbered> excluded) {}

    /**
     * Single timings, and those of branches.
     *
     * @param slowest the slowest first; empty when no single timings are kept, or they take too long to find
     * @param branches those with most timings, step by step, by name; what is on none under the empty name
     * @param allBranches how many there are
     */
    record Runs(
            Optional<List<Timing>> slowest, SortedMap<String, SortedMap<Instant, Sketch>> branches, int allBranches) {}
}
