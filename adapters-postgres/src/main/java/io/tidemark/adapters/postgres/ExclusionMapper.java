package io.tidemark.adapters.postgres;

import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Remark;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** What people took out of what is normal. */
interface ExclusionMapper {
    /** Adds one; its number is null when its alert is answered already. */
    @Nullable
    Long add(Exclusion exclusion);

    @Nullable
    ExclusionRow answerTo(long alertId);

    @Nullable
    ExclusionRow lift(@Param("id") long id, @Param("remark") Remark remark);

    List<ExclusionRow> standing();
}
