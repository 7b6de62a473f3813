package io.tidemark.domain.baseline;

import java.time.Duration;
import java.time.Instant;

/** How long ago somebody last looked whether a baseline still holds. */
public enum Freshness {
    /** Less than a day ago. */
    CURRENT,
    /** Less than a week ago. */
    STALE,
    VERY_STALE;

    private static final Duration CURRENT_FOR = Duration.ofHours(24);
    private static final Duration STALE_FOR = Duration.ofDays(7);

    /** Of what was looked at then; what seems to lie ahead, as a clock was set back, counts as just now. */
    public static Freshness of(Instant lookedAt, Instant now) {
        Duration age = Duration.between(lookedAt, now);
        if (age.compareTo(CURRENT_FOR) < 0) {
            return CURRENT;
        }
        return age.compareTo(STALE_FOR) < 0 ? STALE : VERY_STALE;
    }
}
