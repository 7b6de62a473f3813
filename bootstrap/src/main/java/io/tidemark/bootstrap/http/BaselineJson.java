package io.tidemark.bootstrap.http;

import io.tidemark.application.baseline.Recalculated;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineChange;
import io.tidemark.domain.baseline.BaselineHealth;
import io.tidemark.domain.baseline.BaselineHealth.Coverage;
import io.tidemark.domain.baseline.BaselineHealth.Effectiveness;
import io.tidemark.domain.baseline.BaselineHealth.OfScope;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.Execution;
import io.tidemark.domain.baseline.Freshness;
import io.tidemark.domain.baseline.Outcome;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.baseline.Reference;
import io.tidemark.domain.baseline.Ruling;
import io.tidemark.domain.percentile.Percentiles;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Baselines and what becomes of them, as JSON. */
final class BaselineJson {
    private BaselineJson() {}

    private static @Nullable Double rounded(@Nullable Double percent) {
        return percent == null ? null : Math.round(percent * 10) / 10.0;
    }

    private static @Nullable Long micros(@Nullable Double micros) {
        return micros == null ? null : Math.round(micros);
    }

    /** One that was made just now. */
    record Created(
            String operation,
            @Nullable String branch,
            long baselineId,
            String outcome,
            long samples,
            long p99Micros,
            long thresholdMicros,
            boolean weak) {

        static Created of(ActiveBaseline active, String outcome) {
            Baseline baseline = active.baseline();
            return new Created(
                    baseline.scope().operation(),
                    baseline.scope().branch(),
                    active.id(),
                    outcome,
                    baseline.normal().samples(),
                    Math.round(baseline.p99Micros()),
                    baseline.thresholdMicros(),
                    baseline.normal().isWeak());
        }
    }

    /** One that is active, and how it is. */
    record Active(
            Created baseline,
            Quantiles percentiles,
            double multiplier,
            Origin origin,
            Freshness freshness,
            Instant checkedAt,
            @Nullable String held,
            @Nullable Creep reference) {

        static Active of(OfScope one) {
            Baseline baseline = one.active().baseline();
            return new Active(
                    Created.of(one.active(), "ACTIVE"),
                    Quantiles.of(baseline.normal().percentiles()),
                    baseline.multiplier(),
                    Origin.of(baseline.origin()),
                    one.freshness(),
                    one.checkedAt(),
                    one.held(),
                    one.reference() == null ? null : Creep.of(one, one.reference()));
        }
    }

    record Quantiles(long p50Micros, long p75Micros, long p90Micros, long p95Micros, long p99Micros) {
        static Quantiles of(Percentiles percentiles) {
            return new Quantiles(
                    Math.round(percentiles.p50()),
                    Math.round(percentiles.p75()),
                    Math.round(percentiles.p90()),
                    Math.round(percentiles.p95()),
                    Math.round(percentiles.p99()));
        }
    }

    record Origin(
            BaselineOrigin.Reason reason,
            String by,
            Instant at,
            @Nullable String note) {
        static Origin of(BaselineOrigin origin) {
            return new Origin(origin.reason(), origin.by(), origin.at(), origin.note());
        }
    }

    /** How far one lies above the one that is pinned. */
    record Creep(String name, long p99Micros, @Nullable Double percentAbove, boolean crept) {
        static Creep of(OfScope one, Reference reference) {
            return new Creep(
                    reference.name(),
                    Math.round(reference.baseline().baseline().p99Micros()),
                    rounded(one.creepPercent().orElse(null)),
                    one.isCrept());
        }
    }

    /** What a recalculation did. */
    record Row(
            String operation,
            @Nullable String branch,
            Outcome outcome,
            @Nullable Long baselineId,
            long samples,
            @Nullable Long oldP99Micros,
            @Nullable Long newP99Micros,
            @Nullable Double percentChange,
            Ruling.Reason reason,
            @Nullable String message) {

        static Row of(Recalculated row) {
            return new Row(
                    row.scope().operation(),
                    row.scope().branch(),
                    row.ruling().outcome(),
                    row.baselineId(),
                    row.figures().samples(),
                    micros(row.figures().oldP99Micros()),
                    micros(row.figures().newP99Micros()),
                    rounded(row.ruling().percentChange()),
                    row.ruling().reason(),
                    row.message());
        }
    }

    /** What waits for a decision. */
    record Pending(
            long id,
            String operation,
            @Nullable String branch,
            long samples,
            long oldBaselineId,
            long oldP99Micros,
            long newP99Micros,
            @Nullable Double percentChange,
            Instant proposedAt) {

        static Pending of(Proposal proposal) {
            Scope scope = proposal.baseline().scope();
            return new Pending(
                    proposal.id(),
                    scope.operation(),
                    scope.branch(),
                    proposal.baseline().normal().samples(),
                    proposal.inPlaceOf().id(),
                    Math.round(proposal.inPlaceOf().baseline().p99Micros()),
                    Math.round(proposal.baseline().p99Micros()),
                    rounded(proposal.percentChange()),
                    proposal.baseline().origin().at());
        }
    }

    /** A step in the history. */
    record Change(
            String operation,
            @Nullable String branch,
            @Nullable Long oldBaselineId,
            long baselineId,
            @Nullable Long oldP99Micros,
            long newP99Micros,
            @Nullable Double percentChange,
            Origin origin) {

        static Change of(BaselineChange change) {
            BaselineChange.Step before = change.before();
            return new Change(
                    change.scope().operation(),
                    change.scope().branch(),
                    before == null ? null : before.baselineId(),
                    change.after().baselineId(),
                    before == null ? null : Math.round(before.p99Micros()),
                    Math.round(change.after().p99Micros()),
                    rounded(change.percentChange()),
                    Origin.of(change.origin()));
        }
    }

    /** A recalculation of one scope. */
    record Run(
            String operation,
            @Nullable String branch,
            Execution.Status status,
            Instant start,
            Instant end,
            Outcome outcome,
            Ruling.Reason reason,
            @Nullable String message) {

        static Run of(Execution execution) {
            return new Run(
                    execution.scope().operation(),
                    execution.scope().branch(),
                    execution.status(),
                    execution.start(),
                    execution.end(),
                    execution.result().outcome(),
                    execution.result().reason(),
                    execution.result().message());
        }
    }

    /** How far they can be trusted. */
    record Health(Coverage coverage, Effectiveness effectiveness, List<Active> baselines) {
        static Health of(BaselineHealth health) {
            return new Health(
                    health.coverage(),
                    health.effectiveness(),
                    health.baselines().stream().map(Active::of).toList());
        }
    }
}
