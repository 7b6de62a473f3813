package io.tidemark.application.baseline;

import io.tidemark.application.port.IncidentReader;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.alert.Why.Basis;
import io.tidemark.domain.alert.Why.Effect;
import io.tidemark.domain.alert.Why.Score;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.ChangePolicy;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.timing.Scope;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The alerts that ask for approval: raised with a proposal, resolved when nobody needs to decide any more. */
final class ApprovalAlerts {
    private final Consumer<List<Sighting>> desk;
    private final AlertEnds ends;
    private final IncidentReader reader;
    private final Function<String, ChangePolicy> policies;
    private final Clock clock;

    ApprovalAlerts(
            Consumer<List<Sighting>> desk,
            AlertEnds ends,
            IncidentReader reader,
            Function<String, ChangePolicy> policies,
            Clock clock) {
        this.desk = desk;
        this.ends = ends;
        this.reader = reader;
        this.policies = policies;
        this.clock = clock;
    }

    void raise(Proposal proposal) {
        Evidence evidence = new Evidence(
                Figures.of(
                        proposal.baseline().p99Micros(),
                        proposal.inPlaceOf().baseline().p99Micros()),
                proposal.id(),
                "",
                why(proposal),
                List.of());
        desk.accept(List.of(
                new Sighting(condition(proposal.baseline().scope()), Severity.WARNING, evidence, clock.instant())));
    }

    void resolve(Scope scope) {
        ends.resolve(condition(scope), clock.instant());
    }

    /** Resolves those that ask for nothing any more, by whatever way it was decided. */
    void resolveAllBut(List<Proposal> pending) {
        Set<Fingerprint> asked = pending.stream()
                .map(proposal -> condition(proposal.baseline().scope()))
                .collect(Collectors.toSet());
        Instant now = clock.instant();
        reader.since(now, Set.of(AlertType.BASELINE_APPROVAL)).stream()
                .filter(alert -> !alert.state().isOver())
                .map(Alert::fingerprint)
                .filter(condition -> !asked.contains(condition))
                .forEach(condition -> ends.resolve(condition, now));
    }

    private static Fingerprint condition(Scope scope) {
        return new Fingerprint(AlertType.BASELINE_APPROVAL, scope.operation(), scope.branch());
    }

    private Why why(Proposal proposal) {
        Baseline present = proposal.inPlaceOf().baseline();
        Baseline found = proposal.baseline();
        double factor = policies.apply(present.scope().operation()).approvalFactor();
        boolean slower = found.p99Micros() > present.p99Micros();
        double ratio = found.p99Micros() / present.p99Micros();
        return new Why(
                Why.Test.BASELINE_CHANGE,
                new Band(present.p99Micros() / factor, present.p99Micros() * factor),
                new Basis(
                        "baseline %d".formatted(proposal.inPlaceOf().id()),
                        present.normal().samples(),
                        present.p99Micros(),
                        present.normal().moments().deviation()),
                new Score(slower ? ratio : 1 / ratio, factor),
                new Effect(proposal.percentChange(), found.p99Micros() - present.p99Micros()),
                List.of());
    }
}
