package io.tidemark.adapters.postgres;

import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Reference;
import io.tidemark.domain.baseline.Remark;

/** A reference with what tells it apart: without that, MyBatis takes two of the same name for one. */
record ReferenceRow(String name, long baselineId, ActiveBaseline baseline, Remark remark) {
    Reference toReference() {
        return new Reference(name, baseline, remark);
    }
}
