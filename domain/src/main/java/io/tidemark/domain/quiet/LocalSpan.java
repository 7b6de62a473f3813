package io.tidemark.domain.quiet;

import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;

/**
 * A stretch of local time. In real time it is all between the first and the last moment at which the clock on the wall shows
 * a time inside of it.
 *
 * <p>So a start in the hour that comes twice is its first time, and an end in it its second time. A start or an end in the
 * hour that is left out is the end of that gap. When all of it was left out it begins there and lasts as long as it is
 * written, so that no occurrence is lost: what a cron runs in the gap, it also runs there.
 */
record LocalSpan(LocalDateTime from, LocalDateTime to) {

    TimeRange in(ZoneId zone) {
        Instant start = start(zone.getRules());
        Instant end = end(zone.getRules());
        return new TimeRange(start, end.isAfter(start) ? end : start.plus(Duration.between(from, to)));
    }

    private Instant start(ZoneRules rules) {
        ZoneOffsetTransition change = rules.getTransition(from);
        if (change == null) {
            return from.toInstant(rules.getOffset(from));
        }
        return change.isGap() ? change.getInstant() : from.toInstant(change.getOffsetBefore());
    }

    private Instant end(ZoneRules rules) {
        ZoneOffsetTransition change = rules.getTransition(to);
        if (change == null) {
            return to.toInstant(rules.getOffset(to));
        }
        if (change.isGap()) {
            return change.getInstant();
        }
        // An end at the very start of what comes twice has nothing of that inside.
        boolean justBefore = to.equals(change.getDateTimeAfter());
        ZoneOffset offset = justBefore ? change.getOffsetBefore() : change.getOffsetAfter();
        return to.toInstant(offset);
    }
}
