package io.tidemark.adapters.notify.dispatch;

import io.tidemark.application.port.Outbox;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.domain.notification.Digest;
import io.tidemark.domain.notification.Notice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims for the lines: batches for most destinations, one message at a time for those that are throttled. */
final class Claimer {
    private static final int BATCH = 128;
    private static final Logger LOG = LoggerFactory.getLogger(Claimer.class);

    private final Outbox outbox;
    private final DispatchSettings settings;
    private final Throttled throttled;
    private final Resting resting;
    private final Lines lines;
    private final InstantSource clock;

    Claimer(
            Outbox outbox,
            DispatchSettings settings,
            Throttled throttled,
            Resting resting,
            Lines lines,
            InstantSource clock) {
        this.outbox = outbox;
        this.settings = settings;
        this.throttled = throttled;
        this.resting = resting;
        this.lines = lines;
        this.clock = clock;
    }

    /** A destination that was down may have been mended while nothing ran here. */
    void tryThoseThatWereDown() {
        for (String destination : throttled.down()) {
            try {
                outbox.wake(destination);
            } catch (RuntimeException e) {
                LOG.warn("Destination {} is tried when its rest is over", destination, e);
            }
        }
    }

    /**
     * Claims once.
     *
     * @param since the time now, in nanoseconds
     * @return whether there may be more
     */
    boolean claim(long since) {
        List<Claim> claims = claimed();
        lines.add(claims, since);
        return claims.size() >= BATCH;
    }

    private List<Claim> claimed() {
        Map<String, Duration> gaps = throttled.gaps();
        Set<String> left = left();
        left.addAll(gaps.keySet());
        List<Claim> claims = new ArrayList<>(outbox.claim(BATCH, settings.lease(), left));
        gaps.keySet().removeAll(resting.names());
        gaps.keySet().removeAll(lines.busy());
        if (!gaps.isEmpty()) {
            gaps.keySet().forEach(this::merge);
            claims.addAll(outbox.claimOneEach(gaps, settings.lease()));
        }
        return claims;
    }

    /** When there may be something to claim. */
    Duration untilNextDue() {
        Set<String> left = left();
        Set<String> oneByOne = new HashSet<>(throttled.gaps().keySet());
        oneByOne.retainAll(lines.busy());
        left.addAll(oneByOne);
        return resting.untilFirstEnds(outbox.untilNextDue(left));
    }

    private Set<String> left() {
        Set<String> left = new HashSet<>(resting.names());
        left.addAll(lines.full());
        return left;
    }

    private void merge(String destination) {
        if (throttled.takesDigests(destination)) {
            int merged = outbox.merge(destination, settings.crowd().digestFrom(), this::digest);
            if (merged > 0) {
                LOG.info("{} messages that waited for {} become one", merged, destination);
            }
        }
    }

    private Notice digest(List<Notice> waiting) {
        return Digest.of("tidemark-digest-" + UUID.randomUUID(), waiting, clock.instant());
    }
}
