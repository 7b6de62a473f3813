package io.tidemark.application.baseline;

import io.tidemark.application.port.ExclusionBook;
import io.tidemark.application.port.IncidentReader;
import io.tidemark.application.port.RollupReader;
import io.tidemark.domain.baseline.Incidents;
import io.tidemark.domain.baseline.LeftOut;
import io.tidemark.domain.baseline.Rhythm;
import io.tidemark.domain.percentile.Sketch;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/** The timings that say what is normal: all but those of incidents and exclusions. */
public final class CountingTimings {
    private static final Duration DAY = Duration.ofDays(1);
    /** Every storage knows the last hour by the minute. */
    private static final Duration KNOWN_BY_MINUTE = Duration.ofHours(1);

    private final RollupReader rollups;
    private final IncidentReader incidents;
    private final ExclusionBook exclusions;
    private final Rhythms rhythms;

    /** Never tells hours apart. */
    public CountingTimings(RollupReader rollups, IncidentReader incidents, ExclusionBook exclusions) {
        this(rollups, incidents, exclusions, new Rhythms(rollups, null));
    }

    CountingTimings(RollupReader rollups, IncidentReader incidents, ExclusionBook exclusions, Rhythms rhythms) {
        this.rhythms = rhythms;
        this.rollups = rollups;
        this.incidents = incidents;
        this.exclusions = exclusions;
    }

    /** What may have to be left out of timings since an instant, and of what says which hours differ. */
    Incidents incidents(Instant from, Instant now) {
        Instant since = rhythms.from(now).filter(from::isAfter).orElse(from);
        return new Incidents(incidents.since(since.minus(DAY), Incidents.TYPES), exclusions.standing());
    }

    /** The timings of a scope, but for what is left out. */
    Sketch read(Scope scope, TimeRange range, LeftOut leftOut) {
        Sketch sum = new Sketch();
        leftOut.keep(range, minutesFrom(range)).forEach(kept -> sum.merge(rollups.merged(scope, kept)));
        return sum;
    }

    /** All timings of every operation: one reading instead of one for each. */
    Map<String, Sketch> readAll(TimeRange range) {
        Map<String, Sketch> sums = new TreeMap<>();
        rollups.byOperation(range, DAY).forEach((operation, days) -> {
            Sketch sum = new Sketch();
            days.values().forEach(sum::merge);
            sums.put(operation, sum);
        });
        return sums;
    }

    /** What is normal at which hour of the last weeks, but for what is left out. */
    Rhythm rhythm(Scope scope, Incidents incidents, Instant now) {
        return rhythms.from(now)
                .map(from -> new TimeRange(from, now))
                .map(weeks ->
                        rhythms.of(scope, incidents.of(scope, now).within(weeks).keep(weeks, minutesFrom(weeks))))
                .orElse(Rhythm.NONE);
    }

    private static Instant minutesFrom(TimeRange range) {
        return range.to().minus(KNOWN_BY_MINUTE).truncatedTo(ChronoUnit.HOURS);
    }
}
