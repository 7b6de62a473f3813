package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/** Where a proposal is: pending, approved, rejected, or superseded. */
public sealed interface Approval {

    /** Nobody has decided yet. */
    record Pending() implements Approval {}

    /** It took the place of the baseline before. */
    record Approved(Remark remark) implements Approval {
        public Approved {
            requireNonNull(remark, "remark");
        }
    }

    /** The baseline before stays. */
    record Rejected(Remark remark) implements Approval {
        public Rejected {
            requireNonNull(remark, "remark");
        }
    }

    /** A newer calculation said something else before anybody decided. */
    record Superseded(Instant at) implements Approval {
        public Superseded {
            requireNonNull(at, "at");
        }
    }
}
