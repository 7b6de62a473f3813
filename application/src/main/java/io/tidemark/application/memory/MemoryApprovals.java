package io.tidemark.application.memory;

import io.tidemark.application.port.BaselineApprovals;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Approval;
import io.tidemark.domain.baseline.Approval.Approved;
import io.tidemark.domain.baseline.Approval.Pending;
import io.tidemark.domain.baseline.Approval.Rejected;
import io.tidemark.domain.baseline.Approval.Superseded;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.baseline.Remark;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Keeps proposals, under the lock of the baselines: what is approved is activated at the same moment. */
final class MemoryApprovals implements BaselineApprovals {
    /** Of older ones nobody asks any more. */
    static final int MAX_PROPOSALS = 10_000;

    private final NavigableMap<Long, Proposal> byId = new TreeMap<>();
    private final MemoryBaselines baselines;

    MemoryApprovals(MemoryBaselines baselines) {
        this.baselines = baselines;
    }

    @Override
    public Optional<Proposal> propose(long present, Baseline baseline) {
        synchronized (baselines) {
            ActiveBaseline inPlaceOf = baselines.activeIfStill(baseline.scope(), present);
            if (inPlaceOf == null) {
                return Optional.empty();
            }
            Scope scope = baseline.scope();
            Superseded superseded = new Superseded(baseline.origin().at());
            byId.replaceAll((id, before) ->
                    before.isPending() && before.baseline().scope().equals(scope) ? before.with(superseded) : before);
            Proposal proposal = new Proposal(baselines.freshId(), baseline, inPlaceOf, new Pending());
            byId.put(proposal.id(), proposal);
            if (byId.size() > MAX_PROPOSALS) {
                byId.pollFirstEntry();
            }
            return Optional.of(proposal);
        }
    }

    @Override
    public void withdraw(long id, Instant at) {
        synchronized (baselines) {
            byId.computeIfPresent(
                    id, (same, proposal) -> proposal.isPending() ? proposal.with(new Superseded(at)) : proposal);
        }
    }

    @Override
    public Optional<Answer> approve(long id, Remark remark) {
        synchronized (baselines) {
            Optional<Answer> answer = decide(id, new Approved(remark));
            answer.filter(one -> one.result() == Result.DONE).ifPresent(one -> {
                BaselineOrigin origin = new BaselineOrigin(Reason.APPROVED, remark.by(), remark.at(), remark.note());
                baselines.store(id, one.proposal().baseline().withOrigin(origin));
                baselines.announce();
            });
            return answer;
        }
    }

    @Override
    public Optional<Answer> reject(long id, Remark remark) {
        synchronized (baselines) {
            return decide(id, new Rejected(remark));
        }
    }

    @Override
    public List<Proposal> standing() {
        synchronized (baselines) {
            Predicate<Proposal> unapproved = proposal -> proposal.isPending() || proposal.isRejected();
            return byId.descendingMap().values().stream()
                    .filter(unapproved.and(this::isOfActive))
                    .toList();
        }
    }

    private Optional<Answer> decide(long id, Approval decision) {
        Proposal proposal = byId.get(id);
        if (proposal == null) {
            return Optional.empty();
        }
        if (!proposal.isPending()) {
            return Optional.of(new Answer(Result.DECIDED_BEFORE, proposal));
        }
        if (!isOfActive(proposal)) {
            return Optional.of(new Answer(Result.OUTDATED, proposal));
        }
        Proposal decided = proposal.with(decision);
        byId.put(id, decided);
        return Optional.of(new Answer(Result.DONE, decided));
    }

    private boolean isOfActive(Proposal proposal) {
        return baselines.activeIfStill(
                        proposal.baseline().scope(), proposal.inPlaceOf().id())
                != null;
    }
}
