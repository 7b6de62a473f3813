package io.tidemark.adapters.postgres;

import io.tidemark.application.port.BaselineApprovals;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.baseline.Remark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.ibatis.session.SqlSession;

/** Keeps proposals beside the baselines, under the lock of their scope. */
final class PostgresApprovals implements BaselineApprovals {
    private final Database database;
    private final Names names;

    PostgresApprovals(Database database, Names names) {
        this.database = database;
        this.names = names;
    }

    @Override
    public Optional<Proposal> propose(long present, Baseline baseline) {
        Long branchId = names.branchId(baseline.scope().branch());
        return database.transact(session -> {
            PostgresBaselines.lock(baseline.scope(), session);
            ApprovalMapper approvals = session.getMapper(ApprovalMapper.class);
            if (!approvals.isActive(present)) {
                return Optional.empty();
            }
            approvals.supersede(
                    baseline.scope().operation(), branchId, baseline.origin().at());
            return proposal(approvals.propose(present, new BaselineRow(baseline, branchId)), session);
        });
    }

    @Override
    public void withdraw(long id, Instant at) {
        database.tell(ApprovalMapper.class, mapper -> mapper.withdraw(id, at));
    }

    @Override
    public Optional<Answer> approve(long id, Remark remark) {
        return decide(id, (approvals, proposal) -> approvals.approve(id, remark), true);
    }

    @Override
    public Optional<Answer> reject(long id, Remark remark) {
        return decide(id, (approvals, proposal) -> approvals.reject(id, remark), false);
    }

    @Override
    public List<Proposal> standing() {
        return database.ask(ApprovalMapper.class, ApprovalMapper::standing).stream()
                .map(ProposalRow::toProposal)
                .toList();
    }

    private Optional<Answer> decide(long id, BiConsumer<ApprovalMapper, Proposal> decision, boolean activates) {
        return database.transact(session -> {
            Proposal seen = proposal(id, session).orElse(null);
            if (seen == null) {
                return Optional.empty();
            }
            PostgresBaselines.lock(seen.baseline().scope(), session);
            // Read again: whoever held the lock may have decided.
            Proposal proposal = proposal(id, session).orElse(seen);
            Result result = result(proposal, session);
            if (result != Result.DONE) {
                return Optional.of(new Answer(result, proposal));
            }
            if (activates) {
                session.getMapper(BaselineMapper.class)
                        .deactivateOne(proposal.inPlaceOf().id());
            }
            decision.accept(session.getMapper(ApprovalMapper.class), proposal);
            if (activates) {
                PostgresBaselines.announce(session);
            }
            return proposal(id, session).map(decided -> new Answer(Result.DONE, decided));
        });
    }

    private static Result result(Proposal proposal, SqlSession session) {
        if (!proposal.isPending()) {
            return Result.DECIDED_BEFORE;
        }
        boolean isOfActive = session.getMapper(ApprovalMapper.class)
                .isActive(proposal.inPlaceOf().id());
        return isOfActive ? Result.DONE : Result.OUTDATED;
    }

    private static Optional<Proposal> proposal(long id, SqlSession session) {
        return Optional.ofNullable(session.getMapper(ApprovalMapper.class).proposal(id))
                .map(ProposalRow::toProposal);
    }
}
