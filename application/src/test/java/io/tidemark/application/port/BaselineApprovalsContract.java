package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.baseline;
import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.application.port.BaselineApprovals.Answer;
import io.tidemark.application.port.BaselineApprovals.Result;
import io.tidemark.application.port.BaselineBook.Replacement;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Approval.Approved;
import io.tidemark.domain.baseline.Approval.Pending;
import io.tidemark.domain.baseline.Approval.Rejected;
import io.tidemark.domain.baseline.Approval.Superseded;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.baseline.Remark;
import io.tidemark.domain.timing.Scope;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** The contract of {@link BaselineApprovals}. */
public abstract class BaselineApprovalsContract extends PortContract {
    private static final Scope COMMIT = Scope.of("commit");
    private static final Scope COMMIT_ON_MAIN = new Scope("commit", "main");
    private static final Remark ADA = new Remark("ada", minute(1), "the new disks");
    private static final Remark BOB = new Remark("bob", minute(2), null);

    @Test
    void standing_isEmptyWhenNothingWasProposed() {
        assertThat(approvals().standing()).isEmpty();
    }

    @Test
    void propose_keepsAProposalAndLeavesTheActiveOne() {
        ActiveBaseline present = active(COMMIT_ON_MAIN, 400);

        Proposal proposal = approvals()
                .propose(present.id(), baseline(COMMIT_ON_MAIN, 4_000))
                .orElseThrow();

        assertThat(proposal.baseline()).isEqualTo(baseline(COMMIT_ON_MAIN, 4_000));
        assertThat(proposal.inPlaceOf()).isEqualTo(present);
        assertThat(proposal.approval()).isEqualTo(new Pending());
        assertThat(approvals().standing()).containsExactly(proposal);
        assertThat(storage.baselineReader().active()).containsExactly(present);
    }

    @Test
    void propose_supersedesTheOneThatWasPendingForTheScope() {
        ActiveBaseline present = active(COMMIT, 400);
        ActiveBaseline onMain = active(COMMIT_ON_MAIN, 400);
        Proposal first = propose(present, 4_000);
        Proposal other = propose(onMain, 4_000);

        Proposal second = propose(present, 5_000);

        assertThat(approvals().standing()).containsExactly(second, other);
        assertThat(approvals().reject(first.id(), ADA).orElseThrow().proposal().approval())
                .isEqualTo(new Superseded(RECENTLY));
    }

    @Test
    void propose_isRefusedWhenAnotherBaselineIsActiveByNow() {
        ActiveBaseline present = active(COMMIT, 400);
        active(COMMIT, 500);

        assertThat(approvals().propose(present.id(), baseline(COMMIT, 4_000))).isEmpty();
        assertThat(approvals().standing()).isEmpty();
    }

    @Test
    void approve_activatesTheProposalUnderItsNumber_andSaysWho() {
        Proposal proposal = propose(active(COMMIT, 400), 4_000);

        Answer answer = approvals().approve(proposal.id(), ADA).orElseThrow();

        assertThat(answer.result()).isEqualTo(Result.DONE);
        assertThat(answer.proposal().approval()).isEqualTo(new Approved(ADA));
        Baseline approved = baseline(COMMIT, 4_000)
                .withOrigin(new BaselineOrigin(BaselineOrigin.Reason.APPROVED, "ada", minute(1), "the new disks"));
        assertThat(storage.baselineReader().active()).containsExactly(new ActiveBaseline(proposal.id(), approved));
        assertThat(approvals().standing()).isEmpty();
    }

    @Test
    void approve_announcesBaselines() throws Exception {
        Proposal proposal = propose(active(COMMIT, 400), 4_000);
        Calls calls = new Calls();
        storage.signals().subscribe(Topic.BASELINES, calls);

        approvals().approve(proposal.id(), ADA);

        calls.awaitOne();
    }

    @Test
    void approve_ofWhatIsDecided_tellsWhoDecided() {
        Proposal proposal = propose(active(COMMIT, 400), 4_000);
        approvals().approve(proposal.id(), ADA);

        Answer answer = approvals().approve(proposal.id(), BOB).orElseThrow();

        assertThat(answer.result()).isEqualTo(Result.DECIDED_BEFORE);
        assertThat(answer.proposal().approval()).isEqualTo(new Approved(ADA));
    }

    @Test
    void approve_ofTwoAtOnce_letsOneWin() throws Exception {
        for (int round = 0; round < 10; round++) {
            Proposal proposal = propose(active(COMMIT, 400), 4_000);

            List<Answer> answers = AtOnce.run(List.of(
                    () -> approvals().approve(proposal.id(), ADA).orElseThrow(),
                    () -> approvals().approve(proposal.id(), BOB).orElseThrow()));

            assertThat(answers)
                    .extracting(Answer::result)
                    .containsExactlyInAnyOrder(Result.DONE, Result.DECIDED_BEFORE);
            // Whoever lost is told who won.
            assertThat(answers.get(0).proposal().approval())
                    .isEqualTo(answers.get(1).proposal().approval());
        }
    }

    @Test
    void approve_isOutdatedWhenTheBaselineWasReplacedMeanwhile() {
        Proposal proposal = propose(active(COMMIT, 400), 4_000);
        ActiveBaseline newer = active(COMMIT, 500);

        assertThat(approvals().approve(proposal.id(), ADA).orElseThrow().result())
                .isEqualTo(Result.OUTDATED);
        assertThat(storage.baselineReader().active()).containsExactly(newer);
        assertThat(approvals().standing()).isEmpty();
    }

    @Test
    void approve_beside_aRecalculation_leavesOneActive() throws Exception {
        for (int round = 0; round < 10; round++) {
            ActiveBaseline present = active(COMMIT, 400);
            Proposal proposal = propose(present, 4_000);

            List<Boolean> won = AtOnce.run(List.<Callable<Boolean>>of(
                    () -> approvals().approve(proposal.id(), ADA).orElseThrow().result() == Result.DONE,
                    () -> !storage.baselines()
                            .replace(List.of(new Replacement(present.id(), baseline(COMMIT, 450))))
                            .isEmpty()));

            assertThat(won).containsExactlyInAnyOrder(true, false);
            assertThat(storage.baselineReader().active()).hasSize(1);
        }
    }

    @Test
    void reject_keepsTheActiveOne_andIsRemembered() {
        ActiveBaseline present = active(COMMIT, 400);
        Proposal proposal = propose(present, 4_000);

        Answer answer = approvals().reject(proposal.id(), ADA).orElseThrow();

        assertThat(answer.result()).isEqualTo(Result.DONE);
        assertThat(storage.baselineReader().active()).containsExactly(present);
        assertThat(approvals().standing()).extracting(Proposal::approval).containsExactly(new Rejected(ADA));
    }

    @Test
    void decision_aboutAProposalThatDoesNotExist_isEmpty() {
        ActiveBaseline present = active(COMMIT, 400);

        assertThat(approvals().approve(present.id(), ADA)).isEmpty();
        assertThat(approvals().reject(4_711, ADA)).isEmpty();
    }

    @Test
    void withdraw_supersedesWhatIsPending_andNothingElse() {
        Proposal pending = propose(active(COMMIT, 400), 4_000);
        Proposal rejected = propose(active(COMMIT_ON_MAIN, 400), 4_000);
        approvals().reject(rejected.id(), ADA);

        approvals().withdraw(pending.id(), minute(3));
        approvals().withdraw(rejected.id(), minute(3));

        assertThat(approvals().standing()).extracting(Proposal::id).containsExactly(rejected.id());
    }

    private BaselineApprovals approvals() {
        return storage.baselineApprovals();
    }

    private ActiveBaseline active(Scope scope, double p99Micros) {
        return storage.baselines().activate(baseline(scope, p99Micros));
    }

    private Proposal propose(ActiveBaseline present, double p99Micros) {
        return approvals()
                .propose(present.id(), baseline(present.baseline().scope(), p99Micros))
                .orElseThrow();
    }
}
