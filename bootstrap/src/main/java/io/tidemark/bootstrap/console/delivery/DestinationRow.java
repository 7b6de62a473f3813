package io.tidemark.bootstrap.console.delivery;

import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.destination.DestinationDesk.Listed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One destination.
 *
 * @param origin where it is said what its channel is told
 * @param health how it is; the tone names its shape
 * @param pace how fast messages follow each other at most
 * @param queue how many messages wait, and how many could not be delivered
 * @param tried what was tried in the stretch of time that is shown
 * @param spark the same over time
 */
record DestinationRow(
        String name,
        String channel,
        String origin,
        Condition health,
        String pace,
        Queue queue,
        Tried tried,
        SparkView spark) {

    record Condition(String tone, String words) {}

    /** @param dead as long as there are some, they can be sent again */
    record Queue(long waiting, long dead) {}

    record Tried(String delivered, String failed, String slowest) {}

    /**
     * That it is left alone, which goes without saying when it is for its pace.
     *
     * @param until when that ends
     * @param reason what its receiver said, or empty
     */
    record Rest(Instant until, String reason) {
        static final Duration LEAST_SHOWN = Duration.ofSeconds(10);

        private Condition condition(Instant now) {
            String because = reason.isEmpty() ? "" : ", because " + reason;
            return new Condition("warning", "rests until %s%s".formatted(Wording.time(until, now), because));
        }
    }

    static DestinationRow of(Listed listed, Queue queue, Tries tries, Optional<Rest> rest, Instant now) {
        return new DestinationRow(
                listed.name(),
                listed.channel(),
                listed.configured() ? "settings" : "database",
                listed.health().up()
                        ? rest.map(one -> one.condition(now)).orElse(new Condition("fine", "takes messages"))
                        : new Condition("critical", listed.health().detail()),
                "one each " + Wording.duration(listed.pause().toNanos() / 1e3),
                queue,
                new Tried(Wording.count(tries.delivered()), Wording.count(tries.failed()), tries.slowest()),
                tries.spark());
    }
}
