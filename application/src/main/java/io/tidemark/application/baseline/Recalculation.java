package io.tidemark.application.baseline;

import static java.util.stream.Collectors.toMap;

import io.tidemark.application.baseline.Finding.Subject;
import io.tidemark.application.baseline.Settlement.Settled;
import io.tidemark.application.port.Storage;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.operation.OperationType;
import io.tidemark.domain.timing.Scope;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Recalculates the baselines of all tracked operations, and of each of their branches that has one.
 *
 * <p>Percentiles are those of the roll-ups, within 0.4 % of the exact ones: reading single timings of every operation would
 * take ten times as long, for a difference that changes no outcome. What one of several that run at the same time has
 * replaced the others leave as it is.
 */
public final class Recalculation {
    private final Storage storage;
    private final CountingTimings timings;
    private final BaselineRules rules;
    private final ApprovalAlerts alerts;
    private final Clock clock;

    Recalculation(Storage storage, CountingTimings timings, BaselineRules rules, ApprovalAlerts alerts, Clock clock) {
        this.storage = storage;
        this.timings = timings;
        this.rules = rules;
        this.alerts = alerts;
        this.clock = clock;
    }

    /**
     * Recalculates. That it fails or takes too long for one scope is recorded, and stops no other.
     *
     * @return one for each scope, by operation, then branch, the operation as a whole first; nothing when the operation
     *     that was asked for is not tracked
     * @throws io.tidemark.application.port.StorageException when it cannot be said which scopes there are, or what became
     *     of them cannot be recorded
     */
    public List<Recalculated> run(RecalculationRequest request) {
        List<Subject> subjects = subjects(request);
        List<Proposal> standing = storage.baselineApprovals().standing();
        Survey survey = new Survey(timings, rules.policies(), request, clock);
        List<Finding> findings = survey.of(subjects, standing, rules.timeLimit());
        List<Settled> settled =
                new Settlement(storage.baselines(), storage.baselineApprovals(), alerts).settle(findings, standing);
        alerts.resolveAllBut(storage.baselineApprovals().standing().stream()
                .filter(Proposal::isPending)
                .toList());
        storage.executions()
                .record(settled.stream().map(one -> one.finding().execution()).toList());
        return settled.stream().map(Settled::recalculated).toList();
    }

    private List<Subject> subjects(RecalculationRequest request) {
        Map<Scope, ActiveBaseline> active = storage.baselineReader().active().stream()
                .collect(toMap(one -> one.baseline().scope(), Function.identity()));
        return storage.operationReader().all().stream()
                .filter(OperationType::tracked)
                .map(OperationType::name)
                .filter(name ->
                        request.operation() == null || request.operation().equals(name))
                .flatMap(name -> scopes(name, active))
                .map(scope -> new Subject(scope, active.get(scope)))
                .toList();
    }

    private static Stream<Scope> scopes(String operation, Map<Scope, ActiveBaseline> active) {
        Stream<Scope> branches = active.keySet().stream()
                .filter(scope -> scope.operation().equals(operation) && scope.branch() != null)
                .sorted((one, other) -> Objects.toString(one.branch()).compareTo(Objects.toString(other.branch())));
        return Stream.concat(Stream.of(Scope.of(operation)), branches);
    }
}
