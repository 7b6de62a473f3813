package io.tidemark.domain.correlation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts operations in an order in which those stand together that move together: the most alike are joined first, by the mean
 * of all pairs between two clusters, and each join turns its halves so that their most alike ends meet.
 */
final class Arrangement {
    private final Affinity[][] affinities;
    private final List<List<Integer>> clusters = new ArrayList<>();

    private Arrangement(Affinity[][] affinities) {
        this.affinities = affinities;
        IntStream.range(0, affinities.length).forEach(place -> clusters.add(List.of(place)));
    }

    /** The places, each once. */
    static int[] of(Affinity[][] affinities) {
        Arrangement arrangement = new Arrangement(affinities);
        while (arrangement.clusters.size() > 1) {
            arrangement.joinTheMostAlike();
        }
        return arrangement.clusters.stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private void joinTheMostAlike() {
        int first = 0;
        int second = 1;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < clusters.size(); i++) {
            for (int j = i + 1; j < clusters.size(); j++) {
                double likeness = likeness(clusters.get(i), clusters.get(j));
                if (likeness > most) {
                    most = likeness;
                    first = i;
                    second = j;
                }
            }
        }
        clusters.set(first, joined(clusters.get(first), clusters.remove(second)));
    }

    private List<Integer> joined(List<Integer> one, List<Integer> other) {
        List<Integer> best = List.of();
        double most = Double.NEGATIVE_INFINITY;
        for (List<Integer> left : List.of(one, reversed(one))) {
            for (List<Integer> right : List.of(other, reversed(other))) {
                double likeness = likeness(left.get(left.size() - 1), right.get(0));
                if (likeness > most) {
                    most = likeness;
                    best = new ArrayList<>(left);
                    best.addAll(right);
                }
            }
        }
        return best;
    }

    private double likeness(List<Integer> one, List<Integer> other) {
        double sum = 0;
        for (int member : one) {
            for (int another : other) {
                sum += likeness(member, another);
            }
        }
        return sum / ((double) one.size() * other.size());
    }

    private double likeness(int one, int other) {
        Affinity affinity = affinities[one][other];
        return affinity.isKnown() ? affinity.coefficient() : 0;
    }

    private static List<Integer> reversed(List<Integer> places) {
        List<Integer> reversed = new ArrayList<>(places);
        Collections.reverse(reversed);
        return reversed;
    }
}
