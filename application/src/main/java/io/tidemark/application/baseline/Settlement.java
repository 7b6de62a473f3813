package io.tidemark.application.baseline;

import io.tidemark.application.port.BaselineApprovals;
import io.tidemark.application.port.BaselineBook;
import io.tidemark.application.port.BaselineBook.Replacement;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.timing.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Stores what was found: activates what takes a place, and asks for approval. */
final class Settlement {
    private static final Logger LOG = LoggerFactory.getLogger(Settlement.class);

    private final BaselineBook book;
    private final BaselineApprovals approvals;
    private final ApprovalAlerts alerts;
    private final Map<Scope, ActiveBaseline> activated = new HashMap<>();
    private final Map<Scope, String> failures = new HashMap<>();

    Settlement(BaselineBook book, BaselineApprovals approvals, ApprovalAlerts alerts) {
        this.book = book;
        this.approvals = approvals;
        this.alerts = alerts;
    }

    /** A finding as it came out, and the baseline that it is about. */
    record Settled(Finding finding, @Nullable Long baselineId) {
        Recalculated recalculated() {
            return finding.recalculated(baselineId);
        }
    }

    /** Stores them in one go; when that is refused, one by one, so that it fails for the one that is refused. */
    List<Settled> settle(List<Finding> findings, List<Proposal> standing) {
        List<Finding> toActivate =
                findings.stream().filter(Finding::isToBeActivated).toList();
        try {
            activate(toActivate);
        } catch (StorageException e) {
            LOG.warn("Baselines cannot be stored at once; they are stored one by one", e);
            toActivate.forEach(this::activateAlone);
        }
        return findings.stream().map(finding -> settleOrFail(finding, standing)).toList();
    }

    private void activate(List<Finding> findings) {
        List<Replacement> replacements = findings.stream()
                .flatMap(finding -> replacement(finding).stream())
                .toList();
        if (!replacements.isEmpty()) {
            book.replace(replacements)
                    .forEach(active -> activated.put(active.baseline().scope(), active));
        }
    }

    private void activateAlone(Finding finding) {
        try {
            activate(List.of(finding));
        } catch (StorageException e) {
            failures.put(finding.subject().scope(), String.valueOf(e.getMessage()));
        }
    }

    private Settled settleOrFail(Finding finding, List<Proposal> standing) {
        try {
            return settle(finding, standing);
        } catch (StorageException e) {
            LOG.warn(
                    "What was found about {} could not be stored",
                    finding.subject().scope(),
                    e);
            return new Settled(
                    finding.failed(String.valueOf(e.getMessage())),
                    finding.subject().baselineId());
        }
    }

    private Settled settle(Finding finding, List<Proposal> standing) {
        return switch (finding.ruling().outcome()) {
            case CREATED, UPDATED -> settleActivated(finding);
            case NEEDS_APPROVAL -> propose(finding);
            case UNCHANGED -> {
                withdraw(finding, standing);
                yield new Settled(finding, finding.subject().baselineId());
            }
            case SKIPPED -> new Settled(finding, finding.subject().baselineId());
        };
    }

    private Settled settleActivated(Finding finding) {
        Scope scope = finding.subject().scope();
        String failure = failures.get(scope);
        ActiveBaseline active = activated.get(scope);
        if (failure != null) {
            return new Settled(finding.failed(failure), finding.subject().baselineId());
        }
        return active == null
                ? new Settled(finding.replacedMeanwhile(), finding.subject().baselineId())
                : new Settled(finding, active.id());
    }

    private Settled propose(Finding finding) {
        Optional<Proposal> proposal = replacement(finding)
                .flatMap(wanted -> Optional.ofNullable(wanted.present())
                        .flatMap(present -> approvals.propose(present, wanted.baseline())));
        proposal.ifPresent(alerts::raise);
        return proposal.map(one -> new Settled(finding, one.id()))
                .orElseGet(() -> new Settled(
                        finding.replacedMeanwhile(), finding.subject().baselineId()));
    }

    /** The present baseline was found to hold: nobody needs to decide any more. */
    private void withdraw(Finding finding, List<Proposal> standing) {
        standing.stream()
                .filter(Proposal::isPending)
                .filter(one -> one.baseline().scope().equals(finding.subject().scope()))
                .forEach(one -> approvals.withdraw(one.id(), finding.course().end()));
    }

    private static Optional<Replacement> replacement(Finding finding) {
        return Optional.ofNullable(finding.found())
                .map(found -> new Replacement(finding.subject().baselineId(), found));
    }
}
