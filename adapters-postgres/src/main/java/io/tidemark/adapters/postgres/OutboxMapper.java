package io.tidemark.adapters.postgres;

import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.Outbox.Settlement;
import io.tidemark.application.port.OutboxReader.LoggedAttempt;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

interface OutboxMapper {
    List<Claim> claim(int limit, Duration lease, String[] resting);

    void settle(Settlement settlement, String status, Duration pause);

    void postpone(Claim claim, Duration pause);

    @Nullable
    Duration untilNextDue(String[] resting);

    List<Depth> depth();

    List<Logged> attempts(long alertId);

    /** A line of the log with its number. */
    record Logged(long id, LoggedAttempt line) {}

    /** How many notifications there are of a status. */
    record Depth(DeliveryStatus status, long notifications) {}
}
