package io.tidemark.application.memory;

import io.tidemark.domain.percentile.Sketch;
import java.util.NavigableMap;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** The roll-ups of one scope: the latest by the minute, those before by the hour. */
final class Rollups {
    private final NavigableMap<Long, Sketch> minutes = new TreeMap<>();
    private final NavigableMap<Long, Sketch> hours = new TreeMap<>();

    void add(long minute, long micros, Kept kept) {
        boolean folded = minute < kept.minutesFrom();
        SortedMap<Long, Sketch> rollups = folded ? hours : minutes;
        rollups.computeIfAbsent(folded ? Kept.hourOf(minute) : minute, start -> new Sketch())
                .add(micros);
    }

    /** Folds whole hours only, so that no range takes a part of an hour. */
    void fold(Kept kept) {
        SortedMap<Long, Sketch> old = minutes.headMap(kept.minutesFrom());
        old.forEach((minute, sketch) -> hours.computeIfAbsent(Kept.hourOf(minute), start -> new Sketch())
                .merge(sketch));
        old.clear();
        hours.headMap(kept.hoursFrom()).clear();
    }

    boolean isEmpty() {
        return minutes.isEmpty() && hours.isEmpty();
    }

    long count() {
        return Stream.concat(minutes.values().stream(), hours.values().stream())
                .mapToLong(Sketch::count)
                .sum();
    }

    /** Shows the roll-ups that start in a range, in order. */
    void forEach(long fromMinute, long toMinute, BiConsumer<Long, Sketch> visitor) {
        if (fromMinute < toMinute) {
            hours.subMap(fromMinute, toMinute).forEach(visitor);
            minutes.subMap(fromMinute, toMinute).forEach(visitor);
        }
    }
}
