package io.tidemark.domain.notification;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.label.Label;
import io.tidemark.domain.label.Labels;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How the alerts of a route are told together, in the words of Alertmanager: https://prometheus.io/docs/alerting/latest/configuration/#route.
 *
 * @param by the labels whose values make a group; {@value #ALL} alone means all of them; none make one group of the route
 * @param waits how long a new group waits for more before it is told
 * @param interval how long after that it is looked at again, each time, for what has changed
 * @param repeats after how long it is told again although nothing has changed
 */
public record Grouping(List<String> by, Duration waits, Duration interval, Duration repeats) {
    public static final String ALL = "...";

    public static final Duration DEFAULT_WAIT = Duration.ofSeconds(30);
    public static final Duration DEFAULT_INTERVAL = Duration.ofMinutes(5);
    public static final Duration DEFAULT_REPEATS = Duration.ofHours(4);

    public Grouping {
        requireNonNull(waits, "waits");
        by = by.stream().distinct().sorted().toList();
        if (by.contains(ALL) && by.size() > 1) {
            throw new IllegalArgumentException(
                    "group-by %s: %s stands for all labels, and must stand alone".formatted(by, ALL));
        }
        by.forEach(Grouping::requireLabel);
        if (waits.isNegative() || interval.isNegative() || interval.isZero()) {
            throw new IllegalArgumentException(
                    "group-wait %s must not be negative, and group-interval %s must be positive"
                            .formatted(waits, interval));
        }
        if (repeats.compareTo(interval) < 0) {
            throw new IllegalArgumentException(
                    "repeat-interval %s must not be shorter than group-interval %s, as a group is looked at no more often"
                            .formatted(repeats, interval));
        }
    }

    /** With the times that Alertmanager takes when none are given. */
    public static Grouping byLabels(String... labels) {
        return new Grouping(List.of(labels), DEFAULT_WAIT, DEFAULT_INTERVAL, DEFAULT_REPEATS);
    }

    /** What an alert has in common with the others of its group. */
    public SortedMap<String, String> of(Labels labels) {
        if (by.contains(ALL)) {
            return new TreeMap<>(labels.texts());
        }
        SortedMap<String, String> common = new TreeMap<>();
        by.forEach(label -> common.put(label, labels.text(label)));
        return common;
    }

    private static void requireLabel(String label) {
        boolean known =
                Arrays.stream(Label.values()).anyMatch(each -> each.word().equals(label));
        if (!known && !label.equals(ALL) && !label.startsWith(Label.METADATA)) {
            throw new IllegalArgumentException("group-by label '%s' is unknown: there are %s, %s<key>, and %s for all"
                    .formatted(
                            label,
                            String.join(
                                    ", ",
                                    Arrays.stream(Label.values())
                                            .map(Label::word)
                                            .toList()),
                            Label.METADATA,
                            ALL));
        }
    }
}
