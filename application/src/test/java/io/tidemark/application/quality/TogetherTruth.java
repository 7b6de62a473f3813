package io.tidemark.application.quality;

import static java.util.stream.Collectors.toMap;

import io.tidemark.application.quality.Event.Kind;
import io.tidemark.domain.correlation.CorrelationSettings;
import io.tidemark.domain.correlation.Correlations;
import io.tidemark.domain.correlation.Link;
import io.tidemark.domain.series.Series;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Holds what is told of operations that move together against what they share.
 *
 * <p>A bottleneck is found when, at one of seven looks, ten minutes apart, from half an hour after its start on, a group that
 * degrades together has three of its four operations or more. Each pair of operations that share nothing is a trial of its
 * own at each of the daily looks; it is a false alarm when the pair is reported.
 */
final class TogetherTruth {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration HISTORY = Duration.ofDays(14);
    private static final int LOOKS = 7;
    private static final int MOST_OF_A_GROUP = 3;

    private long shared;
    private long found;
    private long pairs;
    private long wrongPairs;
    private long groupsWrong;
    private long looks;

    void add(List<Trail> trails) {
        Map<Event, List<Trail>> bottlenecks = trails.stream()
                .flatMap(trail -> trail.events().stream()
                        .filter(event -> event.kind() == Kind.BOTTLENECK)
                        .map(event -> Map.entry(event, trail)))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        bottlenecks.forEach((event, members) -> {
            shared++;
            found += isFound(event, members, trails) ? 1 : 0;
        });
        for (Instant at = Simulation.EVENTS_FROM; at.isBefore(Simulation.END); at = at.plus(DAY)) {
            countPairs(look(trails, at.plus(Duration.ofHours(15))), trails);
        }
    }

    Share found() {
        return new Share(found, shared);
    }

    Share wrongPairs() {
        return new Share(wrongPairs, pairs);
    }

    /** Groups that are told where no three of their operations share anything. */
    Share wrongGroups() {
        return new Share(groupsWrong, looks);
    }

    private static boolean isFound(Event event, List<Trail> members, List<Trail> trails) {
        List<String> names = members.stream().map(trail -> trail.pace().name()).toList();
        for (int look = 0; look < LOOKS; look++) {
            Instant at = event.from().plus(Duration.ofMinutes(30 + 10 * look)).truncatedTo(ChronoUnit.MINUTES);
            boolean told = look(trails, at).groups().stream()
                    .anyMatch(group ->
                            group.members().stream().filter(names::contains).count() >= MOST_OF_A_GROUP);
            if (told) {
                return true;
            }
        }
        return false;
    }

    private void countPairs(Correlations told, List<Trail> trails) {
        Map<String, String> groups = trails.stream()
                .collect(toMap(
                        trail -> trail.pace().name(),
                        trail -> groupOf(trail.pace().name())));
        long related = groups.values().stream()
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .values()
                .stream()
                .mapToLong(size -> size * (size - 1) / 2)
                .sum();
        pairs += (long) trails.size() * (trails.size() - 1) / 2 - related;
        for (Link link : told.links()) {
            wrongPairs += groupOf(link.one()).equals(groupOf(link.other())) ? 0 : 1;
        }
        looks++;
        groupsWrong += told.groups().stream()
                        .anyMatch(group -> group.members().stream()
                                        .map(TogetherTruth::groupOf)
                                        .distinct()
                                        .count()
                                > 1)
                ? 1
                : 0;
    }

    /** Members of a group have a name with the same beginning; the others are alone. */
    private static String groupOf(String name) {
        return name.startsWith("group") ? name.substring(0, name.lastIndexOf('_')) : name;
    }

    private static Correlations look(List<Trail> trails, Instant at) {
        SortedMap<String, Series> minutes = new TreeMap<>();
        SortedMap<String, Series> hours = new TreeMap<>();
        Instant from = at.minus(DAY);
        Instant hour = from.truncatedTo(ChronoUnit.HOURS);
        for (Trail trail : trails) {
            minutes.put(trail.pace().name(), trail.means(from, at, MINUTE));
            hours.put(trail.pace().name(), trail.means(hour.minus(HISTORY), hour, HOUR));
        }
        return Correlations.of(minutes, hours, CorrelationSettings.DEFAULT);
    }
}
