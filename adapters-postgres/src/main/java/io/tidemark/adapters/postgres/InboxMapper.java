package io.tidemark.adapters.postgres;

import java.util.List;
import org.apache.ibatis.annotations.Param;

/** What was recorded in SQL and is not stored yet. */
interface InboxMapper {
    List<InboxRow> first(int limit);

    /** How many of them were still there. */
    int take(Long[] metricIds);

    void refuse(@Param("metricId") long metricId, @Param("reason") String reason);
}
