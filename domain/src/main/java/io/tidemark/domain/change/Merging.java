package io.tidemark.domain.change;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Takes candidates away, the weakest first, until all that stay are significant and large enough. */
final class Merging {
    private final double[] values;
    private final ChangeSettings settings;
    private final List<Integer> indexes;
    private final List<ChangePoint> points = new ArrayList<>();

    /** @param candidates in ascending order */
    Merging(double[] values, ChangeSettings settings, Collection<Integer> candidates) {
        this.values = values;
        this.settings = settings;
        this.indexes = new ArrayList<>(candidates);
        for (int i = 0; i < indexes.size(); i++) {
            points.add(point(i));
        }
    }

    List<ChangePoint> points() {
        int weakest = weakest();
        while (weakest >= 0) {
            indexes.remove(weakest);
            points.remove(weakest);
            // As in Otava, the point before keeps the figures by which it stays, although more follows it now.
            measureAgain(weakest);
            measureAgain(weakest + 1);
            weakest = weakest();
        }
        return List.copyOf(points);
    }

    /** The one to take away: the least significant, else the smallest; −1 when all may stay. */
    private int weakest() {
        int weakest = -1;
        for (int i = 0; i < points.size(); i++) {
            weakest =
                    weakest < 0 || points.get(i).pValue() > points.get(weakest).pValue() ? i : weakest;
        }
        if (weakest < 0 || points.get(weakest).pValue() >= settings.maxP()) {
            return weakest;
        }
        ChangePoint smallest =
                points.stream().min(comparingDouble(ChangePoint::magnitude)).orElseThrow();
        return smallest.magnitude() > settings.minMagnitude() ? -1 : points.indexOf(smallest);
    }

    private void measureAgain(int position) {
        if (position < points.size()) {
            points.set(position, point(position));
        }
    }

    private ChangePoint point(int position) {
        int from = position == 0 ? 0 : indexes.get(position - 1);
        int to = position + 1 == indexes.size() ? values.length : indexes.get(position + 1);
        return ChangePoint.between(values, from, indexes.get(position), to);
    }
}
