package io.tidemark.application.port;

import static io.tidemark.application.port.StorageFixture.RECENTLY;
import static io.tidemark.application.port.StorageFixture.baseline;
import static io.tidemark.application.port.StorageFixture.minute;
import static org.assertj.core.api.Assertions.assertThat;

import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.BaselineChange;
import io.tidemark.domain.baseline.BaselineChange.Step;
import io.tidemark.domain.baseline.BaselineOrigin;
import io.tidemark.domain.baseline.BaselineOrigin.Reason;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.baseline.Remark;
import io.tidemark.domain.timing.Scope;
import org.junit.jupiter.api.Test;

/** The contract of {@link BaselineHistory}. */
public abstract class BaselineHistoryContract extends PortContract {
    private static final Scope COMMIT = Scope.of("commit");
    private static final Scope COMMIT_ON_MAIN = new Scope("commit", "main");
    private static final BaselineOrigin BY_ADA = new BaselineOrigin(Reason.MANUAL, "ada", RECENTLY);

    @Test
    void changes_areEmptyWhenThereWereNone() {
        assertThat(storage.baselineHistory().changes(null, 10)).isEmpty();
    }

    @Test
    void changes_tellWhatItWasAndWhatItBecame_theLatestFirst() {
        ActiveBaseline first = activate(COMMIT, 400);
        ActiveBaseline second = activate(COMMIT, 500);

        assertThat(storage.baselineHistory().changes(null, 10))
                .containsExactly(
                        new BaselineChange(COMMIT, new Step(first.id(), 400), new Step(second.id(), 500), BY_ADA),
                        new BaselineChange(COMMIT, null, new Step(first.id(), 400), BY_ADA));
    }

    @Test
    void changes_ofEachScopeAreStepsOfItsOwn() {
        activate(COMMIT, 400);
        ActiveBaseline onMain = activate(COMMIT_ON_MAIN, 500);

        assertThat(storage.baselineHistory().changes(null, 1))
                .containsExactly(new BaselineChange(COMMIT_ON_MAIN, null, new Step(onMain.id(), 500), BY_ADA));
    }

    @Test
    void changes_ofAnOperation_areThoseOfItsBranchesToo() {
        activate(COMMIT, 400);
        activate(Scope.of("merge"), 400);
        activate(COMMIT_ON_MAIN, 400);

        assertThat(storage.baselineHistory().changes("commit", 10))
                .extracting(BaselineChange::scope)
                .containsExactly(COMMIT_ON_MAIN, COMMIT);
    }

    @Test
    void changes_goOnFromANumber_thoughOthersAreMadeMeanwhile() {
        ActiveBaseline first = activate(COMMIT, 400);
        ActiveBaseline second = activate(COMMIT, 500);
        activate(COMMIT, 600);

        assertThat(storage.baselineHistory().changes("commit", second.id(), 10))
                .containsExactly(new BaselineChange(COMMIT, null, new Step(first.id(), 400), BY_ADA));
    }

    @Test
    void changes_toOneThatWaited_standWhereItWasMade() {
        ActiveBaseline present = activate(COMMIT, 400);
        Proposal proposal = propose(present, 5_000);
        ActiveBaseline merge = activate(Scope.of("merge"), 400);
        storage.baselineApprovals().approve(proposal.id(), new Remark("bob", minute(2), null));

        assertThat(storage.baselineHistory().changes(null, 10))
                .extracting(change -> change.after().baselineId())
                .containsExactly(merge.id(), proposal.id(), present.id());
    }

    @Test
    void changes_leaveOutWhatWasOnlyProposed_untilItIsApproved() {
        ActiveBaseline present = activate(COMMIT, 400);
        Proposal rejected = propose(present, 4_000);
        storage.baselineApprovals().reject(rejected.id(), new Remark("bob", minute(1), "no"));
        Proposal proposal = propose(present, 5_000);

        assertThat(storage.baselineHistory().changes(null, 10)).hasSize(1);

        storage.baselineApprovals().approve(proposal.id(), new Remark("bob", minute(2), "new disks"));

        assertThat(storage.baselineHistory().changes(null, 1))
                .containsExactly(new BaselineChange(
                        COMMIT,
                        new Step(present.id(), 400),
                        new Step(proposal.id(), 5_000),
                        new BaselineOrigin(Reason.APPROVED, "bob", minute(2), "new disks")));
    }

    private ActiveBaseline activate(Scope scope, double p99Micros) {
        return storage.baselines().activate(baseline(scope, p99Micros));
    }

    private Proposal propose(ActiveBaseline present, double p99Micros) {
        return storage.baselineApprovals()
                .propose(present.id(), baseline(COMMIT, p99Micros))
                .orElseThrow();
    }
}
