package io.tidemark.domain.baseline;

import io.tidemark.domain.percentile.Sketch;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up UTC hours into the rhythm that they make. Not safe for use by several threads. */
public final class RhythmTally {
    private final RhythmPolicy policy;
    private final Map<Slot, Seen> seen = new HashMap<>();

    public RhythmTally(RhythmPolicy policy) {
        this.policy = policy;
    }

    /** Counts the timings that started in the UTC hour of an instant. */
    public void add(Instant hour, Sketch timings) {
        if (!timings.isEmpty()) {
            ZonedDateTime local = Slot.localStart(hour, policy.zone());
            Slot slot = new Slot(local.getDayOfWeek(), local.getHour());
            seen.computeIfAbsent(slot, first -> new Seen()).add(local.toLocalDate(), timings);
        }
    }

    /** The hours of which enough was counted so far. */
    public Rhythm rhythm() {
        Map<Slot, Seen> all = new HashMap<>(seen);
        seen.forEach((slot, ofWeek) ->
                all.computeIfAbsent(slot.everyDay(), first -> new Seen()).add(ofWeek));
        SortedMap<Slot, Rhythm.Hour> hours = new TreeMap<>();
        all.forEach((slot, counted) -> {
            if (counted.isEnough(policy)) {
                hours.put(slot, counted.hour());
            }
        });
        return new Rhythm(policy.zone(), hours);
    }

    /** What was seen in one slot. */
    private static final class Seen {
        private final Sketch timings = new Sketch();
        private final Set<LocalDate> days = new HashSet<>();

        void add(LocalDate day, Sketch more) {
            days.add(day);
            timings.merge(more);
        }

        void add(Seen other) {
            days.addAll(other.days);
            timings.merge(other.timings);
        }

        boolean isEnough(RhythmPolicy policy) {
            return timings.count() >= policy.minSamples() && days.size() >= policy.minDays();
        }

        Rhythm.Hour hour() {
            return new Rhythm.Hour(
                    timings.count(), timings.quantile(0.50), timings.quantile(0.95), timings.quantile(0.99));
        }
    }
}
