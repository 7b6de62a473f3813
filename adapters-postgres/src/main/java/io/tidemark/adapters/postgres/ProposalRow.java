package io.tidemark.adapters.postgres;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Approval;
import io.tidemark.domain.baseline.Approval.Approved;
import io.tidemark.domain.baseline.Approval.Pending;
import io.tidemark.domain.baseline.Approval.Rejected;
import io.tidemark.domain.baseline.Approval.Superseded;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.baseline.Remark;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A proposal whose decision is spread over columns. */
record ProposalRow(long id, Baseline baseline, ActiveBaseline inPlaceOf, Decision decision) {

    Proposal toProposal() {
        return new Proposal(id, baseline, inPlaceOf, decision.toApproval());
    }

    /** The decision as columns: those that do not belong to it are null. */
    record Decision(
            String word,
            @Nullable String by,
            @Nullable Instant at,
            @Nullable String note) {

        Approval toApproval() {
            return switch (word) {
                case "pending" -> new Pending();
                case "approved" -> new Approved(remark());
                case "rejected" -> new Rejected(remark());
                case "superseded" -> new Superseded(requireNonNull(at));
                default ->
                    throw new IllegalStateException(
                            "decision '%s' is none of pending, approved, rejected, superseded: is the database newer than this program?"
                                    .formatted(word));
            };
        }

        private Remark remark() {
            return new Remark(requireNonNull(by), requireNonNull(at), note);
        }
    }
}
