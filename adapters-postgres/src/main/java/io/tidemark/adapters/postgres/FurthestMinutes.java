package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.PostgresTimingReader.Question;
import io.tidemark.adapters.postgres.Reading.Kept;
import io.tidemark.adapters.postgres.RollupMapper.Part;
import io.tidemark.domain.alert.Why.Band;
import io.tidemark.domain.percentile.Buckets;
import io.tidemark.domain.percentile.Totals;
import io.tidemark.domain.timing.TimeRange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;

/**
 * Finds the minutes that hold the timings furthest outside of a band: first the hours, by their roll-ups, then the minutes
 * of those hours. As many parts as timings are wanted hold all of them, as each has one that is as far out as the part is;
 * their sketches tell that mostly far fewer do.
 */
final class FurthestMinutes {
    /** A bucket's middle is at most 0.4 % from its timings. */
    private static final double SURELY = 0.99;

    private final RollupMapper mapper;
    private final Question question;
    private final Band quiet;

    private FurthestMinutes(RollupMapper mapper, Question question) {
        this.mapper = mapper;
        this.question = question;
        this.quiet = question.quiet();
    }

    /** The starts of those minutes, in order. */
    static List<Instant> find(SqlSession session, Question question) {
        Kept kept = PostgresRollupReader.kept(session);
        TimeRange range = question.range();
        if (!range.to().isAfter(kept.minutesFrom())) {
            return List.of();
        }
        TimeRange known = new TimeRange(latest(range.from(), kept.minutesFrom()), range.to());
        return new FurthestMinutes(session.getMapper(RollupMapper.class), question)
                .in(Reading.of(known, Level.HOUR, kept));
    }

    private List<Instant> in(Reading reading) {
        Set<Instant> minutes = new TreeSet<>();
        Set<Instant> hours = new TreeSet<>();
        for (Instant start : worthALook(mapper.furthest(reading, question))) {
            if (start.isBefore(reading.hours().from())
                    || !start.isBefore(reading.hours().to())) {
                minutes.add(start);
            } else {
                // What no hour counts yet lies among the minutes of its hour.
                hours.add(Level.HOUR.floor(start));
            }
        }
        if (!hours.isEmpty()) {
            Stretches stretches = Stretches.of(hours, minutes);
            minutes = worthALook(mapper.furthestWithin(stretches, question));
        }
        return List.copyOf(minutes);
    }

    private Set<Instant> worthALook(List<Part> parts) {
        double least = leastDistance(parts) * SURELY;
        return parts.stream()
                .filter(part -> distance(part) >= least)
                .map(Part::start)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How far out as many timings are as are wanted: 0 when there are fewer. */
    private double leastDistance(List<Part> parts) {
        SortedMap<Double, Long> timings = new TreeMap<>(Comparator.reverseOrder());
        for (Part part : parts) {
            Buckets buckets = part.sketch().buckets();
            for (int i = 0; i < buckets.size(); i++) {
                timings.merge(distance(buckets.middle(i)), buckets.count(i), Long::sum);
            }
        }
        long seen = 0;
        for (Map.Entry<Double, Long> entry : timings.entrySet()) {
            seen += entry.getValue();
            if (seen >= question.most()) {
                return entry.getKey();
            }
        }
        return 0;
    }

    /** How far out its furthest timing is. */
    private double distance(Part part) {
        Totals totals = part.sketch().totals();
        return Math.max(distance((double) totals.max()), distance((double) totals.min()));
    }

    private double distance(double micros) {
        return Math.max(micros / quiet.highMicros(), quiet.lowMicros() / micros);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Hours, and minutes outside of them. */
    record Stretches(List<Instant> starts, List<Instant> ends) {
        static Stretches of(Set<Instant> hours, Set<Instant> minutes) {
            SortedMap<Instant, Instant> stretches = new TreeMap<>();
            hours.forEach(hour -> stretches.put(hour, hour.plus(Level.HOUR.length())));
            minutes.forEach(minute -> stretches.put(minute, minute.plus(Level.MINUTE.length())));
            return new Stretches(List.copyOf(stretches.keySet()), List.copyOf(stretches.values()));
        }
    }
}
