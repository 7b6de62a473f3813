package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.baseline.Norm.Basis;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is normal at which hour, where enough was seen to say so: for hours of the week, and for hours of the day.
 *
 * @param zone whose clocks tell the hour
 * @param hours the hours of which enough was seen
 */
public record Rhythm(ZoneId zone, SortedMap<Slot, Hour> hours) {
    /** That of an operation of which too little is known: all hours are the same. */
    public static final Rhythm NONE = new Rhythm(ZoneId.of("UTC"), Collections.emptySortedMap());

    public Rhythm {
        requireNonNull(zone, "zone");
        hours = Collections.unmodifiableSortedMap(new TreeMap<>(hours));
    }

    public boolean isEmpty() {
        return hours.isEmpty();
    }

    /** What is normal in the hour in which an instant lies; empty where only all hours together say something. */
    public Optional<Norm> at(Instant instant) {
        if (hours.isEmpty()) {
            return Optional.empty();
        }
        Slot slot = Slot.at(instant, zone);
        return norm(Basis.HOUR_OF_WEEK, slot).or(() -> norm(Basis.HOUR_OF_DAY, slot.everyDay()));
    }

    private Optional<Norm> norm(Basis basis, Slot slot) {
        return Optional.ofNullable(hours.get(slot)).map(hour -> hour.norm(basis, slot + " " + zone.getId()));
    }

    /**
     * The figures of one slot.
     *
     * @param samples how many timings they rest on
     */
    public record Hour(long samples, double p50Micros, double p95Micros, double p99Micros) {
        Norm norm(Basis basis, String period) {
            return new Norm(basis, period, samples, p50Micros, p95Micros, p99Micros);
        }
    }
}
