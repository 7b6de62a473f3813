package io.tidemark.adapters.notify.dispatch;

import io.tidemark.adapters.notify.plugin.Destination;
import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.DestinationReports;
import io.tidemark.application.port.Outbox;
import io.tidemark.application.port.Outbox.Claim;
import io.tidemark.application.port.Signals.Subscription;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.Topic;
import io.tidemark.channel.Links;
import io.tidemark.domain.notification.Notice;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Sends what is in the outbox: claims what is due ahead of its workers, woken by a signal, by the clock, or by a sweep.
 * Holds nothing of the storage while it waits for a network. Any number of dispatchers share one outbox.
 */
public final class Dispatcher implements AutoCloseable {
    private static final Duration CLOSE_GRACE = Duration.ofSeconds(5);
    /** For workers that were interrupted, to say what became of their delivery. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final LongSupplier nanos;
    private final Lines lines;
    private final Leases leases;
    private final Claiming claiming;
    private final Settler settler;
    private final Thread claimingThread;
    private final Thread settlingThread;
    private final List<Thread> workers = new ArrayList<>();
    private final Subscription subscription;

    private Dispatcher(Storage storage, Surroundings surroundings, DispatchSettings settings, Clocks clocks) {
        Outbox outbox = storage.outbox();
        nanos = clocks.nanos();
        Alarm alarm = new Alarm(nanos);
        Resting resting = new Resting(alarm, nanos);
        Throttled throttled = new Throttled(
                surroundings.destinations(),
                surroundings.reports(),
                settings.crowd().probes(),
                nanos);
        lines = new Lines(surroundings::parallelCalls, alarm::ring);
        leases = new Leases(outbox, settings.lease(), nanos);
        settler = new Settler(outbox, new Aftermath(throttled, surroundings.reports(), alarm)::settled);
        claiming = new Claiming(
                new Claimer(outbox, settings, throttled, resting, lines, clocks.wall()),
                new Forgetting(outbox, settings.crowd().keep(), nanos),
                alarm,
                settings.sweep(),
                nanos);
        claimingThread = daemon("tidemark-dispatcher", claiming);
        settlingThread = daemon("tidemark-settler", settler);
        Courier courier =
                new Courier(surroundings.destinations(), throttled, surroundings.links(), settings.retries(), clocks);
        Sending sending = new Sending(lines, leases, resting, courier, settler);
        for (int number = 1; number <= settings.workers(); number++) {
            workers.add(daemon("tidemark-delivery-" + number, sending));
        }
        subscription = storage.signals().subscribe(Topic.OUTBOX, alarm::ring);
    }

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
        Dispatcher dispatcher = new Dispatcher(storage, surroundings, settings, clocks);
        dispatcher.claimingThread.start();
        dispatcher.settlingThread.start();
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
            DestinationReports reports) {
        private int parallelCalls(String destination) {
            Destination present = destinations.get().get(destination);
            return present == null ? 1 : present.limits().parallelCalls();
        }
    }

    /**
     * Claims no more, and waits for the deliveries that run; those that do not end in time are interrupted, and tried
     * again by whoever comes next.
     */
    public void close(Duration grace) {
        long deadline = nanos.getAsLong() + grace.toNanos();
        subscription.close();
        claiming.end();
        List<Claim> untried = lines.close();
        try {
            claimingThread.join(millisUntil(deadline));
            claimingThread.interrupt();
            leases.giveBack(untried);
            join(workers, deadline);
            workers.forEach(Thread::interrupt);
            join(workers, nanos.getAsLong() + LAST_WORDS.toNanos());
            settler.close();
            settlingThread.join(LAST_WORDS.toMillis());
            settlingThread.interrupt();
        } catch (InterruptedException e) {
            workers.forEach(Thread::interrupt);
            settlingThread.interrupt();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        close(CLOSE_GRACE);
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
