package io.tidemark.adapters.postgres;

import java.time.Duration;

/**
 * How often the inbox is looked into.
 *
 * @param pause between two looks while timings come
 * @param vainLooks after how many looks that find nothing it goes to sleep
 * @param sweep how often it looks while it sleeps, though nobody has called
 * @param turn how often those who do not drain ask whether it is their turn
 */
record Rhythm(Duration pause, int vainLooks, Duration sweep, Duration turn) {
    static final Rhythm DEFAULT = new Rhythm(Duration.ofMillis(20), 25, Duration.ofSeconds(1), Duration.ofSeconds(1));
}
