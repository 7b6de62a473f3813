package io.tidemark.domain.correlation;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Joins what is linked, the strongest links first. Two clusters become one only when at least half of all pairs between
 * them are linked: so that one link by chance does not chain what has nothing in common.
 */
final class Clusters {
    private final List<Link> links;
    private final Map<String, Set<String>> neighbours = new HashMap<>();
    private final Map<String, NavigableSet<String>> clusters = new HashMap<>();

    Clusters(List<Link> strongestFirst) {
        links = strongestFirst;
        links.forEach(link -> {
            add(link.one(), link.other());
            add(link.other(), link.one());
        });
    }

    /** The clusters of two or more. */
    Collection<NavigableSet<String>> joined() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (Link link : links) {
                changed |= join(clusterOf(link.one()), clusterOf(link.other()));
            }
        }
        Set<NavigableSet<String>> several = new HashSet<>(clusters.values());
        several.removeIf(cluster -> cluster.size() < 2);
        return several;
    }

    private void add(String operation, String neighbour) {
        neighboursOf(operation).add(neighbour);
    }

    private Set<String> neighboursOf(String operation) {
        return neighbours.computeIfAbsent(operation, first -> new HashSet<>());
    }

    private NavigableSet<String> clusterOf(String operation) {
        return clusters.computeIfAbsent(operation, first -> new TreeSet<>(Set.of(first)));
    }

    private boolean join(NavigableSet<String> one, NavigableSet<String> other) {
        if (one.equals(other) || 2 * linksBetween(one, other) < (long) one.size() * other.size()) {
            return false;
        }
        NavigableSet<String> both = new TreeSet<>(one);
        both.addAll(other);
        both.forEach(member -> clusters.put(member, both));
        return true;
    }

    private long linksBetween(NavigableSet<String> one, NavigableSet<String> other) {
        return one.stream()
                .mapToLong(member ->
                        neighboursOf(member).stream().filter(other::contains).count())
                .sum();
    }
}
