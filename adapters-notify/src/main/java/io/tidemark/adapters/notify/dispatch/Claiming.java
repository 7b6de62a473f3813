package io.tidemark.adapters.notify.dispatch;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Claims what is due ahead of the workers: when the alarm says so, and at a sweep. */
final class Claiming implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Claiming.class);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofMillis(500);
    /** What other nodes have left is asked for so often, while there is anything to do. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Claimer claimer;
    private final Forgetting forgetting;
    private final Alarm alarm;
    private final Duration sweep;
    private final LongSupplier nanos;
    private volatile boolean ended;
    private boolean away;
    private long lookedAt;

    Claiming(Claimer claimer, Forgetting forgetting, Alarm alarm, Duration sweep, LongSupplier nanos) {
        this.claimer = claimer;
        this.forgetting = forgetting;
        this.alarm = alarm;
        this.sweep = sweep;
        this.nanos = nanos;
    }

    /** Claims no more. */
    void end() {
        ended = true;
        alarm.ring();
    }

    @Override
    public void run() {
        try {
            claimer.tryThoseThatWereDown();
            while (!ended) {
                if (!claim()) {
                    alarm.sleep(longestRest());
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The dispatcher ends; what it has claimed is sent when the lease has run out", e);
        }
    }

    /** Whether there may be more. */
    private boolean claim() {
        try {
            boolean more = claimer.claim(nanos.getAsLong());
            away = false;
            forgetting.now();
            return more;
        } catch (RuntimeException e) {
            if (!away) {
                away = true;
                LOG.warn("Nothing can be claimed from the outbox; trying again until it can", e);
            }
            return false;
        }
    }

    private Duration longestRest() {
        if (away) {
            return PAUSE_WHILE_AWAY;
        }
        long sinceLook = nanos.getAsLong() - lookedAt;
        if (lookedAt != 0 && sinceLook < BETWEEN_LOOKS.toNanos()) {
            return BETWEEN_LOOKS.minusNanos(sinceLook);
        }
        try {
            alarm.in(claimer.untilNextDue());
            lookedAt = nanos.getAsLong();
            return sweep;
        } catch (RuntimeException e) {
            LOG.debug("When the next one is due cannot be asked", e);
            return PAUSE_WHILE_AWAY;
        }
    }
}
