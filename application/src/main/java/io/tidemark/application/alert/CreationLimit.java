package io.tidemark.application.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How many new alerts there may be about one subject: in each hour from the first of them on, on this node. Of the
 * subjects, a thousand are remembered; for more, the limit is lenient, as no alert is lost for want of memory.
 */
final class CreationLimit {
    static final int MOST_SUBJECTS = 1_000;

    private static final Duration HOUR = Duration.ofHours(1);

    private final Map<String, Count> counts = new LinkedHashMap<>();
    private final AtomicLong heldBack = new AtomicLong();
    private final int perHour;

    private record Count(Instant since, int alerts) {
        boolean isOfTheHourOf(Instant now) {
            return !now.isBefore(since) && now.isBefore(since.plus(HOUR));
        }
    }

    CreationLimit(int perHour) {
        this.perHour = perHour;
    }

    /** Whether there may be another one; counts it if so, and else that it was held back. */
    synchronized boolean admits(String subject, Instant now) {
        Count count = counts.get(subject);
        Count next = count != null && count.isOfTheHourOf(now)
                ? new Count(count.since(), count.alerts() + 1)
                : new Count(now, 1);
        if (next.alerts() > perHour) {
            heldBack.incrementAndGet();
            return false;
        }
        if (next.alerts() == 1) {
            counts.remove(subject);
            makeRoom();
        }
        counts.put(subject, next);
        return true;
    }

    /** How many alerts were not raised. */
    long heldBack() {
        return heldBack.get();
    }

    private void makeRoom() {
        if (counts.size() >= MOST_SUBJECTS) {
            Iterator<String> oldest = counts.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
    }
}
