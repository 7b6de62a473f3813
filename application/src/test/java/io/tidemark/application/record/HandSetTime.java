package io.tidemark.application.record;

import static io.tidemark.domain.timing.TimingFixture.NOON;

import io.tidemark.application.SettableClock;
import io.tidemark.application.port.Clocks;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Both clocks, set by hand: it is noon, and no time passes by itself. */
final class HandSetTime {
    final SettableClock wall = new SettableClock(NOON);
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1_000);

    /** Only the monotonic clock goes on: the wall clock may be set apart. It overflows soon, as the real one may. */
    void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    Clocks clocks() {
        return new Clocks(wall, nanos::get);
    }
}
