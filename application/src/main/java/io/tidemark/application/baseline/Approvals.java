package io.tidemark.application.baseline;

import io.tidemark.application.port.BaselineApprovals;
import io.tidemark.application.port.BaselineApprovals.Answer;
import io.tidemark.application.port.BaselineApprovals.Result;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.baseline.Remark;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets a person say whether a baseline that differs very much is normal now. */
public final class Approvals {
    private final BaselineApprovals book;
    private final ApprovalAlerts alerts;
    private final Clock clock;

    Approvals(BaselineApprovals book, ApprovalAlerts alerts, Clock clock) {
        this.book = book;
        this.alerts = alerts;
        this.clock = clock;
    }

    /** What waits for a decision, the newest first. */
    public List<Proposal> pending() {
        return book.standing().stream().filter(Proposal::isPending).toList();
    }

    /** Takes it for normal from now on; empty when there is no proposal of that number. */
    public Optional<Answer> approve(long id, String by, @Nullable String note) {
        return settled(book.approve(id, new Remark(by, clock.instant(), note)));
    }

    /** Keeps the present baseline, and does not ask again about one like it; empty when there is none of that number. */
    public Optional<Answer> reject(long id, String by, @Nullable String note) {
        return settled(book.reject(id, new Remark(by, clock.instant(), note)));
    }

    private Optional<Answer> settled(Optional<Answer> answer) {
        answer.filter(one -> one.result() == Result.DONE)
                .ifPresent(one -> alerts.resolve(one.proposal().baseline().scope()));
        return answer;
    }
}
