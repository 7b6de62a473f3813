package io.tidemark.application.baseline;

import io.tidemark.application.port.Storage;
import io.tidemark.domain.alert.Sighting;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Everything that is done about baselines.
 *
 * @param baselines calculates single ones
 * @param recalculation recalculates all
 * @param approvals decides about those that differ very much
 * @param shifts answers alerts that last
 * @param views shows how they are
 */
public record BaselineDesk(
        Baselines baselines, Recalculation recalculation, Approvals approvals, ShiftAnswers shifts, Views views) {

    /**
     * What is shown.
     *
     * @param standing how they are
     * @param pinning the pinned ones
     * @param storage the rest, as it is kept
     */
    public record Views(BaselineStanding standing, Pinning pinning, Storage storage) {}

    /**
     * Puts it together.
     *
     * @param shifts since when the level of an operation has shifted, if it has
     */
    public static BaselineDesk over(
            Storage storage,
            BaselineRules rules,
            Consumer<List<Sighting>> alertDesk,
            Function<String, Optional<Instant>> shifts,
            Clock clock) {
        CountingTimings timings = new CountingTimings(
                storage.rollups(),
                storage.incidents(),
                storage.exclusions(),
                new Rhythms(storage.rollups(), rules.rhythm()));
        Baselines baselines =
                new Baselines(timings, storage.timingReader(), storage.baselines(), rules.policies(), clock);
        AlertEnds ends = new AlertEnds(storage.alerts());
        ApprovalAlerts alerts = new ApprovalAlerts(
                alertDesk,
                ends,
                storage.incidents(),
                operation -> rules.policy(operation).changes(),
                clock);
        return new BaselineDesk(
                baselines,
                new Recalculation(storage, timings, rules, alerts, clock),
                new Approvals(storage.baselineApprovals(), alerts, clock),
                new ShiftAnswers(storage, baselines, ends, shifts),
                new Views(
                        new BaselineStanding(storage, clock),
                        new Pinning(storage.baselineReader(), storage.references(), clock),
                        storage));
    }
}
