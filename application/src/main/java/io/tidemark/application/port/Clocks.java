package io.tidemark.application.port;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.function.LongSupplier;

/**
 * The two clocks: what time it is, and how much time has passed.
 *
 * @param wall the time of day; may be set back
 * @param nanos nanoseconds since some instant; never goes back
 */
public record Clocks(Clock wall, LongSupplier nanos) {
    public Clocks {
        requireNonNull(wall, "wall");
        requireNonNull(nanos, "nanos");
    }

    /** The clocks of this machine. */
    public static Clocks system() {
        return new Clocks(Clock.systemUTC(), System::nanoTime);
    }
}
