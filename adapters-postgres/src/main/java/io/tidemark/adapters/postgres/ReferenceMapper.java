package io.tidemark.adapters.postgres;

import io.tidemark.domain.baseline.Reference;
import java.util.List;

/** Pinned baselines. */
interface ReferenceMapper {
    void pin(Reference reference);

    int unpin(String name);

    List<ReferenceRow> all();
}
