package io.tidemark.adapters.notify.dispatch;

import io.tidemark.adapters.notify.dispatch.Lines.Held;
import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.DestinationReports;
import io.tidemark.application.port.Outbox;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.Outbox.Settlement;
import io.tidemark.application.port.Signals.Subscription;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.Topic;
import io.tidemark.channel.Links;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Next;
import io.tidemark.domain.notification.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is in the outbox: claims what is due ahead of its workers, woken by a signal, by the clock, or by a sweep.
 * Holds nothing of the storage while it waits for a network. Any number of dispatchers share one outbox.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Duration PAUSE_WHILE_AWAY = Duration.ofMillis(500);
    private static final Duration SHORTEST_REST = Duration.ofMillis(1);
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(5);
    /** What other nodes have left is asked for so often, while there is anything to do. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    /** For workers that were interrupted, to say what became of their delivery. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final Outbox outbox;
    private final DispatchSettings settings;
    private final Courier courier;
    private final Throttled throttled;
    private final DestinationReports reports;
    private final LongSupplier nanos;
    private final Resting resting;
    private final Lines lines;
    private final Alarm alarm;
    private final Claimer claimer;
    private final Settler settler;
    private final Forgetting forgetting;
    private final Semaphore bell = new Semaphore(0);
    private final List<Thread> workers = new ArrayList<>();
    private final Thread claiming;
    private final Thread settling;
    private final Subscription subscription;
    private volatile boolean closed;
    private boolean away;
    private long lookedAt;

    private Dispatcher(
            Storage storage,
            Courier courier,
            Throttled throttled,
            Function<String, Optional<Destination>> destinations,
            Setting setting) {
        this.outbox = storage.outbox();
        this.settings = setting.settings;
        this.courier = courier;
        this.throttled = throttled;
        this.reports = setting.reports;
        this.nanos = setting.clocks.nanos();
        this.resting = new Resting(nanos);
        this.lines = new Lines(
                name -> destinations
                        .apply(name)
                        .map(destination -> destination.limits().parallelCalls())
                        .orElse(1),
                this::ring);
        this.alarm = new Alarm(nanos);
        this.claimer = new Claimer(outbox, settings, throttled, resting, lines, setting.clocks.wall());
        this.settler = new Settler(outbox, this::settled);
        this.forgetting = new Forgetting(outbox, settings.crowd().keep(), nanos);
        this.claiming = daemon("tidemark-dispatcher", this::run);
        this.settling = daemon("tidemark-settler", settler);
        for (int number = 1; number <= settings.workers(); number++) {
            workers.add(daemon("tidemark-delivery-" + number, this::work));
        }
        this.subscription = storage.signals().subscribe(Topic.OUTBOX, this::ring);
    }

    /** What a dispatcher is told of the world around it. */
    private record Setting(DispatchSettings settings, DestinationReports reports, Clocks clocks) {}

    /**
     * Starts to send.
     *
     * @param storage whose outbox is emptied
     * @param destinations those that there are at this moment, by name; they stay the caller's to close
     * @param links where a message leads
     */
    public static Dispatcher start(
            Storage storage,
            Supplier<Map<String, Destination>> destinations,
            Function<Notice, Links> links,
            DispatchSettings settings,
            Clocks clocks) {
        return start(storage, new Surroundings(destinations, links, DestinationReports.none()), settings, clocks);
    }

    /** Starts to send, and tells of destinations that take nothing. */
    public static Dispatcher start(
            Storage storage, Surroundings surroundings, DispatchSettings settings, Clocks clocks) {
        Supplier<Map<String, Destination>> destinations = surroundings.destinations();
        Throttled throttled = new Throttled(
                destinations, surroundings.reports(), settings.crowd().probes(), clocks.nanos());
        Courier courier = new Courier(destinations, throttled, surroundings.links(), settings.retries(), clocks);
        Dispatcher dispatcher = new Dispatcher(
                storage,
                courier,
                throttled,
                name -> Optional.ofNullable(destinations.get().get(name)),
                new Setting(settings, surroundings.reports(), clocks));
        dispatcher.claiming.start();
        dispatcher.settling.start();
        dispatcher.workers.forEach(Thread::start);
        return dispatcher;
    }

    /**
     * What a dispatcher works with.
     *
     * @param destinations those that there are at this moment, by name; they stay the caller's to close
     * @param links where a message leads
     * @param reports who is told of destinations that take nothing
     */
    public record Surroundings(
            Supplier<Map<String, Destination>> destinations,
            Function<Notice, Links> links,
            DestinationReports reports) {}

    /**
     * Claims no more, and waits for the deliveries that run; those that do not end in time are interrupted, and tried
     * again by whoever comes next.
     */
    public void close(Duration grace) {
        long deadline = nanos.getAsLong() + grace.toNanos();
        closed = true;
        subscription.close();
        ring();
        List<Claim> untried = lines.close();
        try {
            claiming.join(millisUntil(deadline));
            claiming.interrupt();
            giveBack(untried);
            join(workers, deadline);
            workers.forEach(Thread::interrupt);
            join(workers, nanos.getAsLong() + LAST_WORDS.toNanos());
            settler.close();
            settling.join(LAST_WORDS.toMillis());
            settling.interrupt();
        } catch (InterruptedException e) {
            workers.forEach(Thread::interrupt);
            settling.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(CLOSE_GRACE);
    }

    private void run() {
        try {
            throttled.down().forEach(this::wake);
            while (!closed) {
                if (!claim()) {
                    rest();
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The dispatcher ends; what it has claimed is sent when the lease has run out", e);
        }
    }

    /** A destination that was down may have been mended while nothing ran here. */
    private void wake(String destination) {
        try {
            outbox.wake(destination);
        } catch (RuntimeException e) {
            LOG.warn("Destination {} is tried when its rest is over", destination, e);
        }
    }

    /** Whether there may be more. */
    private boolean claim() {
        try {
            long since = nanos.getAsLong();
            List<Claim> claims = claimer.claim();
            away = false;
            lines.add(claims, since);
            forgetting.now();
            return claims.size() >= Claimer.BATCH;
        } catch (RuntimeException e) {
            if (!away) {
                away = true;
                LOG.warn("Nothing can be claimed from the outbox; trying again until it can", e);
            }
            return false;
        }
    }

    private void rest() throws InterruptedException {
        Duration wait = untilNextLook();
        if (wait.compareTo(SHORTEST_REST) < 0) {
            wait = SHORTEST_REST;
        }
        var unused = bell.tryAcquire(wait.toNanos(), TimeUnit.NANOSECONDS);
        bell.drainPermits();
    }

    private Duration untilNextLook() {
        if (away) {
            return PAUSE_WHILE_AWAY;
        }
        long sinceLook = nanos.getAsLong() - lookedAt;
        if (lookedAt != 0 && sinceLook < BETWEEN_LOOKS.toNanos()) {
            return alarm.left(BETWEEN_LOOKS.minusNanos(sinceLook));
        }
        try {
            alarm.in(claimer.untilNextDue());
            lookedAt = nanos.getAsLong();
            return alarm.left(settings.sweep());
        } catch (RuntimeException e) {
            LOG.debug("When the next one is due cannot be asked", e);
            return PAUSE_WHILE_AWAY;
        }
    }

    private void work() {
        try {
            for (Optional<Held> next = lines.take(); next.isPresent(); next = lines.take()) {
                try {
                    send(next.get());
                } catch (RuntimeException e) {
                    LOG.error("A delivery failed unexpectedly; it is tried again when its lease has run out", e);
                } finally {
                    lines.done(next.get());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void send(Held held) {
        String destination = held.destination();
        boolean late = nanos.getAsLong() - held.since() > settings.lease().toNanos() / 2;
        if (late || resting.rests(destination)) {
            giveBack(List.of(held.claim()));
            return;
        }
        Courier.Outcome outcome = courier.deliver(held.claim());
        if (outcome instanceof Courier.Outcome.Tried tried) {
            leaveAlone(destination, tried.settlement().rest());
            settler.tell(tried.settlement());
        } else if (outcome instanceof Courier.Outcome.Untried untried) {
            leaveAlone(destination, untried.pause());
            giveBack(List.of(held.claim()));
        }
    }

    private void leaveAlone(String destination, Duration pause) {
        if (!pause.isZero()) {
            resting.rest(destination, pause);
            alarm.in(pause);
            giveBack(lines.clear(destination));
        }
    }

    private void giveBack(List<Claim> claims) {
        for (Claim claim : claims) {
            try {
                outbox.postpone(claim, Duration.ZERO);
            } catch (RuntimeException e) {
                LOG.debug("What was not tried is tried when its lease has run out", e);
            }
        }
    }

    /** Something may be due now: the next in its order, or what is to be tried again. */
    private void settled(List<Settlement> settlements) {
        for (Settlement settlement : settlements) {
            if (settlement.next() instanceof Next.Again again) {
                alarm.in(again.pause());
            }
            if (!settlement.rest().isZero()) {
                alarm.in(settlement.rest());
            }
            try {
                report(settlement);
            } catch (RuntimeException e) {
                LOG.warn("How a destination is cannot be told; it is told after the next attempt", e);
            }
        }
        ring();
    }

    private void report(Settlement settlement) {
        String destination =
                settlement.claim().notification().notice().destination().name();
        Attempt attempt = settlement.attempt();
        switch (attempt.outcome()) {
            case DELIVERED -> throttled.works(destination, attempt.at());
            case CHANNEL_DOWN -> reports.down(destination, attempt.answer().detail(), attempt.at());
            case RETRY_LATER, REFUSED -> {}
        }
    }

    private void ring() {
        bell.release();
    }

    private void join(List<Thread> threads, long deadline) throws InterruptedException {
        for (Thread thread : threads) {
            thread.join(millisUntil(deadline));
        }
    }

    private long millisUntil(long deadline) {
        return Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline - nanos.getAsLong()));
    }

    private static Thread daemon(String name, Runnable code) {
        Thread thread = new Thread(code, name);
        thread.setDaemon(true);
        return thread;
    }
}
