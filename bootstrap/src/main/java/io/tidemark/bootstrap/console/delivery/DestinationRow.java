package io.tidemark.bootstrap.console.delivery;

import io.tidemark.bootstrap.console.chart.SparkView;
import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.destination.DestinationDesk.Listed;

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

    static DestinationRow of(Listed listed, Queue queue, Tries tries) {
        return new DestinationRow(
                listed.name(),
                listed.channel(),
                listed.configured() ? "settings" : "database",
                listed.health().up()
                        ? new Condition("fine", "takes messages")
                        : new Condition("critical", listed.health().detail()),
                "one each " + Wording.duration(listed.pause().toNanos() / 1e3),
                queue,
                new Tried(Wording.count(tries.delivered()), Wording.count(tries.failed()), tries.slowest()),
                tries.spark());
    }
}
