package io.tidemark.domain.correlation;

import io.tidemark.domain.alert.Severity;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;

/**
 * Operations that degrade together.
 *
 * @param members at least two, in alphabetical order
 * @param worst the one that is farthest above its normal
 * @param coefficient that of the strongest link among them
 */
public record Group(List<String> members, String worst, double coefficient) {
    private static final double CRITICAL_FROM = 1.5;

    public Group {
        members = List.copyOf(members);
        if (members.size() < 2 || !members.contains(worst)) {
            throw new IllegalArgumentException(
                    "a group needs two members or more, and its worst among them, not %s in %s"
                            .formatted(worst, members));
        }
    }

    /** CRITICAL when its worst member takes half as long again as normal; else WARNING, as several are slow. */
    public Severity severity(Standing ofWorst) {
        return ofWorst.factor() >= CRITICAL_FROM ? Severity.CRITICAL : Severity.WARNING;
    }

    /** Whether they are the same trouble: at least half of the smaller of the two is in the other. */
    public boolean isAbout(Collection<String> others) {
        long shared = members.stream().filter(others::contains).count();
        return shared > 0 && 2 * shared >= Math.min(members.size(), others.size());
    }

    /**
     * Groups those that degrade and move the same way.
     *
     * @param links the strongest first
     */
    static List<Group> among(List<Link> links, Map<String, Standing> standings) {
        List<Link> usable = links.stream()
                .filter(link -> link.coefficient() > 0)
                .filter(link ->
                        standings.getOrDefault(link.one(), Standing.UNKNOWN).isDegrading())
                .filter(link ->
                        standings.getOrDefault(link.other(), Standing.UNKNOWN).isDegrading())
                .toList();
        return new Clusters(usable)
                .joined().stream()
                        .map(members -> of(members, usable, standings))
                        .sorted(Comparator.<Group>comparingInt(group -> -group.members.size())
                                .thenComparing(Group::worst))
                        .toList();
    }

    private static Group of(NavigableSet<String> members, List<Link> links, Map<String, Standing> standings) {
        String worst = members.stream()
                .max(Comparator.comparingDouble(member ->
                        standings.getOrDefault(member, Standing.UNKNOWN).rise()))
                .orElseThrow();
        double strongest = links.stream()
                .filter(link -> members.contains(link.one()) && members.contains(link.other()))
                .mapToDouble(Link::coefficient)
                .max()
                .orElseThrow();
        return new Group(List.copyOf(members), worst, strongest);
    }
}
