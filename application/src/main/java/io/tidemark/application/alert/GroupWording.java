package io.tidemark.application.alert;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.AlertGroup.Turn;
import io.tidemark.domain.notification.Content;
import io.tidemark.domain.notification.Content.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What messages say about alerts that are told together. */
final class GroupWording {
    /** Whoever needs more of them looks at the console. */
    private static final int MOST_LISTED = 20;

    private GroupWording() {}

    static Content content(Turn turn) {
        List<String> parts = new ArrayList<>();
        list(parts, "New", turn.fresh());
        list(parts, "Still firing", turn.still());
        list(parts, "Over", turn.ended());
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Firing", Integer.toString(firing(turn))));
        facts.add(new Fact("Over", Integer.toString(turn.ended().size())));
        facts.add(new Fact("Route", turn.after().gathering().route()));
        return Content.of(title(turn), String.join("\n\n", parts), facts);
    }

    /** As bad as the worst that is told of. */
    static Severity severity(Turn turn) {
        Stream<Alert> firing = Stream.concat(turn.fresh().stream(), turn.still().stream());
        return (firing(turn) > 0 ? firing : turn.ended().stream())
                .map(Alert::severity)
                .reduce(Severity.INFO, Severity::worse);
    }

    private static String title(Turn turn) {
        String subject = turn.after().gathering().subject();
        if (firing(turn) == 0) {
            return "Over: %s, %s".formatted(alerts(turn.ended().size()), subject);
        }
        List<String> counts = new ArrayList<>();
        count(counts, turn.fresh().size(), "new");
        count(counts, turn.still().size(), "still firing");
        count(counts, turn.ended().size(), "over");
        return "%s, %s (%s)".formatted(alerts(firing(turn)), subject, String.join(", ", counts));
    }

    private static int firing(Turn turn) {
        return turn.fresh().size() + turn.still().size();
    }

    private static String alerts(int number) {
        return number == 1 ? "1 alert" : number + " alerts";
    }

    private static void count(List<String> counts, int number, String word) {
        if (number > 0) {
            counts.add(number + " " + word);
        }
    }

    private static void list(List<String> parts, String heading, List<Alert> alerts) {
        if (alerts.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>();
        lines.add(heading + ":");
        alerts.stream().limit(MOST_LISTED).map(GroupWording::line).forEach(lines::add);
        if (alerts.size() > MOST_LISTED) {
            lines.add("- and %d more".formatted(alerts.size() - MOST_LISTED));
        }
        parts.add(String.join("\n", lines));
    }

    private static String line(Alert alert) {
        String taken =
                alert.state() instanceof Acknowledged acknowledged ? " (" + acknowledged.by() + " looks after it)" : "";
        return "- [%d] %s%s".formatted(alert.id(), AlertWording.title(alert), taken);
    }
}
