package io.tidemark.domain.change;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Finds where the level may have changed: in windows that overlap by half, or that start at the last change found if that
 * is later. Each window falls into two at its best split, then the part with the best of splits falls into two, and so
 * on, until the best of them is not significant.
 */
final class Candidates {
    private final double[] values;
    private final double maxP;

    Candidates(double[] values, double maxP) {
        this.values = values;
        this.maxP = maxP;
    }

    SortedSet<Integer> in(int window) {
        SortedSet<Integer> all = new TreeSet<>();
        int start = 0;
        while (start < values.length) {
            SortedSet<Integer> found = between(start, Math.min(start + window, values.length));
            all.addAll(found);
            start = Math.max(found.isEmpty() ? 0 : found.last(), start + window / 2);
        }
        return all;
    }

    private SortedSet<Integer> between(int from, int to) {
        SortedSet<Integer> found = new TreeSet<>();
        List<Section> sections = new ArrayList<>(List.of(Section.of(values, from, to)));
        while (true) {
            int best = best(sections);
            Section section = sections.get(best);
            if (!section.canSplit() || !isSignificant(section)) {
                return found;
            }
            found.add(section.split());
            sections.set(best, Section.of(values, section.from(), section.split()));
            sections.add(best + 1, Section.of(values, section.split(), section.to()));
        }
    }

    private static int best(List<Section> sections) {
        int best = 0;
        for (int i = 1; i < sections.size(); i++) {
            best = sections.get(i).energy() > sections.get(best).energy() ? i : best;
        }
        return best;
    }

    private boolean isSignificant(Section section) {
        return ChangePoint.between(values, section.from(), section.split(), section.to())
                        .pValue()
                <= maxP;
    }
}
