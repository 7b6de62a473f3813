package io.tidemark.adapters.notify.dispatch;

import io.tidemark.application.port.Outbox;
import io.tidemark.application.port.Outbox.Settlement;
import io.tidemark.application.port.StorageException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the outbox what became of deliveries: what comes while one commit runs goes with the next. It must not be lost
 * while the storage is away: it would be delivered twice. Holds no more than what is claimed.
 */
final class Settler implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Settler.class);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofMillis(500);
    private static final int MOST_AT_ONCE = 256;

    private final BlockingQueue<Tried> told = new LinkedBlockingQueue<>();
    private final Outbox outbox;
    private final Consumer<List<Settlement>> onSettled;
    private volatile boolean closing;

    /** @param onSettled is told of what is stored */
    Settler(Outbox outbox, Consumer<List<Settlement>> onSettled) {
        this.outbox = outbox;
        this.onSettled = onSettled;
    }

    /** An outcome, or none: the sign to end. */
    private record Tried(List<Settlement> settlements) {}

    void tell(Settlement settlement) {
        told.add(new Tried(List.of(settlement)));
    }

    /** Ends after what was told so far. */
    void close() {
        closing = true;
        told.add(new Tried(List.of()));
    }

    @Override
    public void run() {
        try {
            while (!closing || !told.isEmpty()) {
                List<Tried> some = new ArrayList<>(List.of(told.take()));
                told.drainTo(some, MOST_AT_ONCE - 1);
                settle(some.stream().flatMap(one -> one.settlements().stream()).toList());
            }
        } catch (InterruptedException e) {
            LOG.debug("What is not settled now is sent again when its lease has run out", e);
        }
    }

    private void settle(List<Settlement> settlements) throws InterruptedException {
        boolean warned = false;
        while (!settlements.isEmpty()) {
            try {
                outbox.settle(settlements);
                onSettled.accept(settlements);
                return;
            } catch (StorageException e) {
                if (closing || !e.isPassing()) {
                    giveUp(settlements, e);
                    return;
                }
                if (!warned) {
                    warned = true;
                    LOG.warn("What became of deliveries cannot be stored; trying again until it can", e);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_WHILE_AWAY.toMillis());
            }
        }
    }

    /** One that cannot be stored must not take the others along. */
    private void giveUp(List<Settlement> settlements, StorageException cause) throws InterruptedException {
        if (settlements.size() == 1 || closing) {
            LOG.error("What became of {} deliveries cannot be stored: they are sent again", settlements.size(), cause);
            return;
        }
        for (Settlement settlement : settlements) {
            settle(List.of(settlement));
        }
    }
}
