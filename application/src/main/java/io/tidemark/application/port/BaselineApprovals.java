package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.baseline.Proposal;
import io.tidemark.domain.baseline.Remark;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Keeps baselines that wait for a person's word. At most one is pending for a scope, and of those who decide about it at
 * the same time one wins. Safe for several threads.
 */
public interface BaselineApprovals {
    /**
     * Keeps a proposal; the one that was pending for its scope, if any, is superseded.
     *
     * @param present the baseline whose place it would take
     * @return empty when that one is not active any more; then nothing was changed
     * @throws StorageException when nothing was changed
     */
    Optional<Proposal> propose(long present, Baseline baseline);

    /** Supersedes a proposal, unless somebody decided about it before. */
    void withdraw(long id, Instant at);

    /**
     * Makes a proposal the active baseline of its scope, as {@link BaselineBook#replace} does.
     *
     * @return empty when there is none of that number
     * @throws StorageException when nothing was changed
     */
    Optional<Answer> approve(long id, Remark remark);

    /**
     * Keeps the present baseline.
     *
     * @return empty when there is none of that number
     * @throws StorageException when nothing was changed
     */
    Optional<Answer> reject(long id, Remark remark);

    /**
     * The pending and rejected proposals to replace a baseline that is still active, the newest first; empty when there
     * are none.
     */
    List<Proposal> standing();

    /**
     * What became of a decision.
     *
     * @param result whether it counts
     * @param proposal the proposal as it is now: when it does not count, with what was decided before
     */
    record Answer(Result result, Proposal proposal) {
        public Answer {
            requireNonNull(result, "result");
            requireNonNull(proposal, "proposal");
        }
    }

    /** Whether a decision counts. */
    enum Result {
        DONE,
        /** Somebody else decided before, or it was superseded. */
        DECIDED_BEFORE,
        /** The baseline whose place it would take is not active any more. */
        OUTDATED
    }
}
