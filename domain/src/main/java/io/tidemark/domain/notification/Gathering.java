package io.tidemark.domain.notification;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/**
 * That alerts of a route are told together. A group keeps what it began with: when the route changes, what is new begins
 * another one.
 *
 * @param route the name of the route
 * @param labels what its alerts have in common
 * @param grouping how they are told
 * @param destinations whom
 * @param since when the first of them came
 */
public record Gathering(
        String route,
        SortedMap<String, String> labels,
        Grouping grouping,
        List<Destination> destinations,
        Instant since) {
    public Gathering {
        requireNonNull(route, "route");
        requireNonNull(grouping, "grouping");
        requireNonNull(since, "since");
        labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
        destinations = List.copyOf(destinations);
    }

    /** The same for all alerts of one group, and another for those of all other groups. */
    public UUID key() {
        String text = "%s %s %s %s".formatted(quoted(route), labels, grouping, destinations);
        return UUID.nameUUIDFromBytes(text.getBytes(UTF_8));
    }

    /** When the group is told for the first time. */
    public Instant firstTurn() {
        return since.plus(grouping.waits());
    }

    /** What its alerts have in common, for people: {@code branch main, type ANOMALY}; or the route, if that is all. */
    public String subject() {
        StringBuilder subject = new StringBuilder();
        labels.forEach((label, text) -> {
            if (!text.isEmpty()) {
                subject.append(subject.isEmpty() ? "" : ", ")
                        .append(label)
                        .append(' ')
                        .append(text);
            }
        });
        return subject.isEmpty() ? "route " + route : subject.toString();
    }

    /** Whether a route still tells its alerts so. */
    public boolean isOf(Route candidate) {
        return candidate.name().equals(route)
                && grouping.equals(candidate.grouping())
                && destinations.equals(candidate.destinations());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\\\"") + '"';
    }
}
