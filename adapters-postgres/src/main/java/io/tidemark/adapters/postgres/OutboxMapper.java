package io.tidemark.adapters.postgres;

import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.OutboxReader.LoggedAttempt;
import io.tidemark.application.port.OutboxReader.Sent;
import io.tidemark.application.port.OutboxReader.Statistics;
import io.tidemark.domain.notification.Notice;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface OutboxMapper {
    List<Claim> claim(@Param("limit") int limit, @Param("lease") Duration lease, @Param("left") String[] left);

    List<Claim> claimOneEach(
            @Param("destinations") String[] destinations, @Param("gaps") Long[] gaps, @Param("lease") Duration lease);

    boolean isCrowded(@Param("destination") String destination, @Param("least") int least);

    List<Waiting> lockWaiting(@Param("destination") String destination, @Param("limit") int limit);

    /** Those of some whose conversations hold nothing earlier that is on its way, apart from themselves. */
    List<Long> followNobody(@Param("ids") Long[] ids);

    long addDigest(@Param("digest") Notice digest);

    void cover(@Param("digestId") long digestId, @Param("ids") Long[] ids);

    void settle(SettledColumns columns);

    void postpone(@Param("claim") Claim claim, @Param("pause") Duration pause);

    @Nullable
    Duration untilNextDue(@Param("left") String[] left);

    List<Depth> depth();

    List<Rest> resting();

    List<Logged> attempts(@Param("alertId") long alertId);

    List<Sent> deliveries(
            @Param("status") @Nullable String status,
            @Param("destination") @Nullable String destination,
            @Param("before") long before,
            @Param("limit") int limit);

    @Nullable
    Sent sent(@Param("id") long id);

    List<Logged> attemptsFor(@Param("id") long id);

    List<Statistics> statistics(@Param("since") Instant since);

    /** Dead letters: the one of that number, or all of a destination. */
    int replay(@Param("id") @Nullable Long id, @Param("destination") @Nullable String destination);

    int drop(@Param("id") long id);

    void wake(@Param("destination") String destination);

    int forget(@Param("age") Duration age, @Param("limit") int limit);

    /** A notification that waits. */
    record Waiting(long id, Notice notice) {}

    /** A line of the log with its number. */
    record Logged(long id, LoggedAttempt line) {}

    /** How many notifications there are of a status. */
    record Depth(DeliveryStatus status, long notifications) {}

    /** A destination that is left alone. */
    record Rest(String destination, Instant until) {}
}
