package io.tidemark.adapters.notify.dispatch;

import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.Outbox;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.Signals;
import io.tidemark.application.port.Signals.Subscription;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.Topic;
import io.tidemark.channel.Links;
import io.tidemark.domain.notification.Notice;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox: claims what is due as soon as a worker is free, woken by a signal, by the clock, or by a
 * sweep. Holds nothing of the storage while it waits for a network. Any number of dispatchers share one outbox.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofMillis(500);
    private static final Duration SHORTEST_REST = Duration.ofMillis(10);
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(5);
    /** For workers that were interrupted, to say what became of their delivery. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final DispatchSettings settings;
    private final Courier courier;
    private final LongSupplier nanos;
    private final Semaphore free;
    private final Semaphore bell = new Semaphore(0);
    private final ExecutorService workers;
    private final Thread claimer;
    private final Subscription subscription;
    private volatile boolean closed;
    private boolean away;

    private Dispatcher(Outbox outbox, Signals signals, DispatchSettings settings, Courier courier, LongSupplier nanos) {
        this.outbox = outbox;
        this.settings = settings;
        this.courier = courier;
        this.nanos = nanos;
        this.free = new Semaphore(settings.workers());
        this.workers = Executors.newFixedThreadPool(settings.workers(), named("tidemark-delivery-"));
        this.claimer = named("tidemark-dispatcher-").newThread(this::run);
        this.subscription = signals.subscribe(Topic.OUTBOX, this::ring);
    }

    /**
     * Starts to send.
     *
     * @param storage whose outbox is emptied
     * @param destinations by name; they stay the caller's to close
     * @param links where a message leads
     */
    public static Dispatcher start(
            Storage storage,
            Map<String, Destination> destinations,
            Function<Notice, Links> links,
            DispatchSettings settings,
            Clocks clocks) {
        Courier courier = new Courier(storage.outbox(), destinations, links, settings.retries(), clocks);
        Dispatcher dispatcher = new Dispatcher(storage.outbox(), storage.signals(), settings, courier, clocks.nanos());
        dispatcher.claimer.start();
        return dispatcher;
    }

    /**
     * Claims no more, and waits for the deliveries that run; those that do not end in time are interrupted, and tried
     * again by whoever comes next.
     */
    public void close(Duration grace) {
        long deadline = nanos.getAsLong() + grace.toNanos();
        closed = true;
        subscription.close();
        ring();
        free.release();
        try {
            claimer.join(millisUntil(deadline));
            claimer.interrupt();
            workers.shutdown();
            if (!workers.awaitTermination(millisUntil(deadline), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
                var unused = workers.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(CLOSE_GRACE);
    }

    private void run() {
        try {
            while (!closed) {
                free.acquire();
                int room = 1 + free.drainPermits();
                List<Claim> claims = closed ? List.of() : claim(room);
                free.release(room - claims.size());
                claims.forEach(this::handOut);
                if (claims.isEmpty()) {
                    rest();
                }
            }
        } catch (InterruptedException | RejectedExecutionException e) {
            LOG.debug("The dispatcher ends; what it has claimed is sent when the lease has run out", e);
        }
    }

    private List<Claim> claim(int room) {
        try {
            List<Claim> claims =
                    outbox.claim(room, settings.lease(), courier.resting().names());
            away = false;
            return claims;
        } catch (RuntimeException e) {
            if (!away) {
                away = true;
                LOG.warn("Nothing can be claimed from the outbox; trying again until it can", e);
            }
            return List.of();
        }
    }

    private void rest() throws InterruptedException {
        var unused = bell.tryAcquire(untilNextLook().toMillis(), TimeUnit.MILLISECONDS);
        bell.drainPermits();
    }

    private Duration untilNextLook() {
        if (away) {
            return PAUSE_WHILE_AWAY;
        }
        try {
            Duration due = outbox.untilNextDue(courier.resting().names());
            Duration wait =
                    courier.resting().untilFirstEnds(due.compareTo(settings.sweep()) < 0 ? due : settings.sweep());
            return wait.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : wait;
        } catch (RuntimeException e) {
            LOG.debug("When the next one is due cannot be asked", e);
            return PAUSE_WHILE_AWAY;
        }
    }

    private void handOut(Claim claim) {
        workers.execute(() -> {
            try {
                tell(courier.deliver(claim));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                LOG.error("A delivery failed unexpectedly; it is tried again when its lease has run out", e);
            } finally {
                free.release();
                ring();
            }
        });
    }

    /** What became of a delivery must not be lost while the storage is away: it would be delivered twice. */
    private void tell(Runnable outcome) throws InterruptedException {
        boolean warned = false;
        while (true) {
            try {
                outcome.run();
                return;
            } catch (StorageException e) {
                if (closed || !e.isPassing()) {
                    throw e;
                }
                if (!warned) {
                    warned = true;
                    LOG.warn("What became of a delivery cannot be stored; trying again until it can", e);
                }
                TimeUnit.MILLISECONDS.sleep(PAUSE_WHILE_AWAY.toMillis());
            }
        }
    }

    /** What is due may have changed: there is something new, or something to try again, or the next in its order. */
    private void ring() {
        bell.release();
    }

    private long millisUntil(long deadline) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - nanos.getAsLong()));
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger number = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
