package io.tidemark.adapters.postgres;

import io.tidemark.application.port.AlertReader.Filter;
import io.tidemark.application.port.AlertReader.Place;
import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.notification.Notice;
import java.time.Instant;
import java.util.List;
import org.apache.ibatis.annotations.Param;
import org.jspecify.annotations.Nullable;

interface AlertMapper {
    @Nullable
    AlertRow latest(Fingerprint fingerprint);

    /** Locks nothing. */
    @Nullable
    Fingerprint fingerprint(long id);

    @Nullable
    AlertRow locked(long id);

    List<AlertRow> claimDue(
            @Param("now") Instant now,
            @Param("tooFar") Instant tooFar,
            @Param("until") Instant until,
            @Param("limit") int limit);

    int lookAgain(@Param("reasons") String[] reasons, @Param("at") Instant at);

    long freshId();

    AlertRow store(AlertRow row, List<Notice> notices, String topic);

    List<AlertRow> seenLast(
            @Param("filter") Filter filter,
            @Param("states") String[] states,
            @Param("after") @Nullable Place after,
            @Param("limit") int limit);

    List<AlertRow> since(@Param("instant") Instant instant, @Param("types") String[] types);

    List<AlertRow> byId(long id);

    List<ToldOf> told(Long[] alertIds);

    /** What became of a notification, with its alert. */
    record ToldOf(long id, long alertId, Told told) {}
}
