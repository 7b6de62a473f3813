package io.tidemark.adapters.postgres;

import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Exclusion.Numbered;
import io.tidemark.domain.baseline.Remark;
import io.tidemark.domain.timing.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An exclusion as columns. */
record ExclusionRow(long id, Of of, Instant from, @Nullable Instant to, Remark remark) {

    Numbered toExclusion() {
        String operation = of.operation();
        Scope scope = operation == null ? null : new Scope(operation, of.branch());
        return new Numbered(id, new Exclusion(scope, from, to, remark, of.alertId()));
    }

    /** What it is about. MyBatis makes nothing of columns that are all null: hence the number. */
    record Of(
            long id,
            @Nullable String operation,
            @Nullable String branch,
            @Nullable Long alertId) {}
}
