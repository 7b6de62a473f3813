package io.tidemark.adapters.notify.dispatch;

import io.tidemark.adapters.notify.dispatch.Courier.Outcome.Tried;
import io.tidemark.adapters.notify.dispatch.Courier.Outcome.Untried;
import io.tidemark.adapters.notify.dispatch.Lines.Held;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What each worker does: takes the next from the lines, has it delivered, and passes on what became of it. */
final class Sending implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

    private final Lines lines;
    private final Leases leases;
    private final Resting resting;
    private final Courier courier;
    private final Settler settler;

    Sending(Lines lines, Leases leases, Resting resting, Courier courier, Settler settler) {
        this.lines = lines;
        this.leases = leases;
        this.resting = resting;
        this.courier = courier;
        this.settler = settler;
    }

    @Override
    public void run() {
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
        if (leases.isLate(held) || resting.rests(destination)) {
            leases.giveBack(List.of(held.claim()));
            return;
        }
        Courier.Outcome outcome = courier.deliver(held.claim());
        if (outcome instanceof Tried tried) {
            leaveAlone(destination, tried.settlement().rest());
            settler.tell(tried.settlement());
        } else if (outcome instanceof Untried untried) {
            leaveAlone(destination, untried.pause());
            leases.giveBack(List.of(held.claim()));
        }
    }

    private void leaveAlone(String destination, Duration pause) {
        if (!pause.isZero()) {
            resting.rest(destination, pause);
            leases.giveBack(lines.clear(destination));
        }
    }
}
