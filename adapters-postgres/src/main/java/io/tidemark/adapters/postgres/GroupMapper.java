package io.tidemark.adapters.postgres;

import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.Gathering;
import io.tidemark.domain.notification.Notice;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

/** Groups of alerts that are told together. */
interface GroupMapper {
    void join(JoinRow join);

    @Nullable
    GroupRow claim(@Param("now") Instant now);

    List<GroupRow> all();

    List<MemberRow> members(@Param("group") long group);

    void send(@Param("notices") List<Notice> notices, @Param("about") Long[] about);

    void remove(@Param("group") long group);

    /** A group after its turn: its members, and how bad each was when it was told of, in the same places. */
    void keep(
            @Param("group") long group,
            @Param("nextTurn") Instant nextTurn,
            @Param("lastTold") @Nullable Instant lastTold,
            @Param("members") Long[] members,
            @Param("told") @Nullable String[] told);

    /** That an alert joins a group, which begins if it is not there. */
    record JoinRow(long alertId, UUID key, Gathering gathering, GroupRow.LabelColumns labels, DestinationColumns to) {
        static JoinRow of(long alertId, Gathering gathering) {
            return new JoinRow(
                    alertId,
                    gathering.key(),
                    gathering,
                    GroupRow.LabelColumns.of(gathering.labels()),
                    DestinationColumns.of(gathering.destinations()));
        }
    }

    /** An alert of a group, with how bad it was when it was told of, or null. */
    record MemberRow(AlertRow alert, @Nullable Severity told) {}
}
