package io.tidemark.domain.notification;

import static java.util.Comparator.comparing;

import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.RepeatPolicy;
import io.tidemark.domain.label.Labels;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * Who would have been told of past alerts, and how often, without silences, windows and escalation. What lasts is taken to
 * have been seen all the time, so that it is told again after each repeat interval.
 */
public final class RouteReplay {
    private final List<Route> routes;
    private final Function<Alert, Labels> labels;
    private final RepeatPolicy repeats;

    /** @param repeats when an alert is told again that is told by itself */
    public RouteReplay(List<Route> routes, Function<Alert, Labels> labels, RepeatPolicy repeats) {
        this.routes = List.copyOf(routes);
        this.labels = labels;
        this.repeats = repeats;
    }

    /**
     * What would have been told.
     *
     * @param alerts how many alerts there were
     * @param untold how many of them nobody would have been told of
     * @param destinations what each destination would have got, by its name
     */
    public record Tally(int alerts, int untold, SortedMap<String, Share> destinations) {
        public Tally {
            destinations = Collections.unmodifiableSortedMap(new TreeMap<>(destinations));
        }
    }

    /** Of how many alerts a destination would have been told, in how many messages. */
    public record Share(int alerts, long messages) {
        private static Share sum(Share one, Share other) {
            return new Share(one.alerts + other.alerts, one.messages + other.messages);
        }
    }

    /** Counts it up to that time. */
    public Tally tally(List<Alert> alerts, Instant until) {
        SortedMap<String, Share> shares = new TreeMap<>();
        Map<UUID, PastGroup> groups = new LinkedHashMap<>();
        int untold = 0;
        for (Alert alert : alerts.stream().sorted(comparing(PastGroup::begin)).toList()) {
            Set<String> told = told(alert, groups, shares);
            told.forEach(name -> shares.merge(name, new Share(1, 0), Share::sum));
            untold += told.isEmpty() ? 1 : 0;
        }
        for (PastGroup group : groups.values()) {
            long messages = group.messages(until);
            group.destinations().forEach(name -> shares.merge(name, new Share(0, messages), Share::sum));
        }
        return new Tally(alerts.size(), untold, shares);
    }

    /** Counts what is told at once, gathers what is told later, and returns all who are told. */
    private Set<String> told(Alert alert, Map<UUID, PastGroup> groups, SortedMap<String, Share> shares) {
        Labels its = labels.apply(alert);
        Set<String> atOnce = new LinkedHashSet<>();
        Set<String> all = new LinkedHashSet<>();
        for (Route route : RoutePath.of(routes, its).taken()) {
            List<String> names =
                    route.destinations().stream().map(Destination::name).toList();
            all.addAll(names);
            Grouping grouping = route.grouping();
            if (grouping == null) {
                atOnce.addAll(names);
            } else {
                Gathering gathering = new Gathering(
                        route.name(), grouping.of(its), grouping, route.destinations(), PastGroup.begin(alert));
                groups.computeIfAbsent(gathering.key(), first -> new PastGroup(gathering, new ArrayList<>()))
                        .alerts()
                        .add(alert);
            }
        }
        atOnce.forEach(name -> shares.merge(name, new Share(0, messages(alert)), Share::sum));
        return all;
    }

    /** The first, those after each repeat interval, and the last. */
    private long messages(Alert alert) {
        Duration lasted = Duration.between(
                alert.recurrence().firstSeen(), alert.recurrence().lastSeen());
        long again = repeats.interval().isZero() ? 0 : lasted.dividedBy(repeats.interval());
        return 1 + again + (alert.state().isOver() ? 1 : 0);
    }
}
