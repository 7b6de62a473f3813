package io.tidemark.adapters.postgres;

import io.tidemark.domain.baseline.Remark;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Baselines that wait for a decision, and what was decided. */
interface ApprovalMapper {
    boolean isActive(long id);

    void supersede(
            @Param("operation") String operation, @Nullable @Param("branchId") Long branchId, @Param("at") Instant at);

    long propose(@Param("present") long present, @Param("row") BaselineRow row);

    void withdraw(@Param("id") long id, @Param("at") Instant at);

    void approve(@Param("id") long id, @Param("remark") Remark remark);

    void reject(@Param("id") long id, @Param("remark") Remark remark);

    @Nullable
    ProposalRow proposal(long id);

    List<ProposalRow> standing();
}
