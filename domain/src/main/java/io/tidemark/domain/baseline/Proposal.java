package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

/**
 * A baseline that differs so much from the active one that a person has to approve it.
 *
 * @param id its number, which it keeps as a baseline
 * @param baseline what it says
 * @param inPlaceOf the baseline whose place it would take
 * @param approval what a person said
 */
public record Proposal(long id, Baseline baseline, ActiveBaseline inPlaceOf, Approval approval) {
    public Proposal {
        requireNonNull(baseline, "baseline");
        requireNonNull(inPlaceOf, "inPlaceOf");
        requireNonNull(approval, "approval");
    }

    public boolean isPending() {
        return approval instanceof Approval.Pending;
    }

    public boolean isRejected() {
        return approval instanceof Approval.Rejected;
    }

    public double percentChange() {
        return ChangePolicy.percentChange(inPlaceOf.baseline().p99Micros(), baseline.p99Micros());
    }

    /** The same after somebody decided. */
    public Proposal with(Approval decided) {
        return new Proposal(id, baseline, inPlaceOf, decided);
    }
}
