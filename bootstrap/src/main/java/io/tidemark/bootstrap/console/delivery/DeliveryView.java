package io.tidemark.bootstrap.console.delivery;

import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.bootstrap.console.chart.TimeChart;
import io.tidemark.bootstrap.console.frame.Choice;
import io.tidemark.bootstrap.console.frame.Headline;
import io.tidemark.bootstrap.console.frame.Wording;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What becomes of messages.
 *
 * @param depth how many messages there are of each status
 * @param chart what was tried over time
 * @param destinations whom messages can go to
 * @param messages those that were asked for, the youngest first
 */
record DeliveryView(
        Headline headline,
        DeliveryQuery query,
        Map<DeliveryStatus, Long> depth,
        TimeChart chart,
        List<DestinationRow> destinations,
        List<MessageRow> messages) {
    /** How many messages are shown at once. */
    static final int MOST_SHOWN = 100;

    List<Choice> past() {
        return Choice.ofPast(query.address(), query.period()).stream().skip(3).toList();
    }

    /** The messages of each status, and those of all. */
    List<Choice> statuses() {
        List<Choice> choices = new ArrayList<>();
        choices.add(new Choice("all", query.address().with("status", "").href(), query.status() == null));
        Arrays.stream(DeliveryStatus.values())
                .map(status -> new Choice(
                        status.word(),
                        query.address().with("status", status.word()).href(),
                        status == query.status()))
                .forEach(choices::add);
        return choices;
    }

    boolean isCut() {
        return messages.size() == MOST_SHOWN;
    }

    static Headline headline(Map<DeliveryStatus, Long> depth, List<DestinationRow> destinations) {
        List<String> down = destinations.stream()
                .filter(row -> row.health().tone().equals("critical"))
                .map(DestinationRow::name)
                .toList();
        long dead = depth.getOrDefault(DeliveryStatus.FAILED, 0L);
        long waiting = depth.getOrDefault(DeliveryStatus.PENDING, 0L)
                + depth.getOrDefault(DeliveryStatus.SENDING, 0L)
                + depth.getOrDefault(DeliveryStatus.MERGED, 0L);
        String detail = "%s on the way; nothing that was accepted is lost, whatever happens to the receiver."
                .formatted(waiting == 0 ? "Nothing is" : Wording.counted(waiting, "message is", "messages are"));
        if (dead > 0) {
            String sentence = Wording.counted(dead, "message", "messages") + " could not be delivered";
            return new Headline("critical", sentence, "Replay or drop them below. " + detail);
        }
        if (!down.isEmpty()) {
            return new Headline("critical", "Takes nothing now: " + String.join(", ", down), detail);
        }
        if (destinations.isEmpty()) {
            return new Headline("unknown", "There is nobody to be told", "Add a destination, and a route to it.");
        }
        return new Headline("fine", waiting == 0 ? "All messages have arrived" : "Messages arrive", detail);
    }
}
