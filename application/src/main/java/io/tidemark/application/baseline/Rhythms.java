package io.tidemark.application.baseline;

import io.tidemark.application.port.RollupReader;
import io.tidemark.domain.baseline.Rhythm;
import io.tidemark.domain.baseline.RhythmPolicy;
import io.tidemark.domain.baseline.RhythmTally;
import io.tidemark.domain.timing.Scope;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Works out what is normal at which hour, from the roll-ups of the last weeks. */
final class Rhythms {
    private static final Duration HOUR = Duration.ofHours(1);

    private final RollupReader rollups;
    private final @Nullable RhythmPolicy policy;

    /** @param policy how much has to be known before hours are told apart; null when they never are */
    Rhythms(RollupReader rollups, @Nullable RhythmPolicy policy) {
        this.rollups = rollups;
        this.policy = policy;
    }

    /** From when on the past is looked at; empty when hours are not told apart. */
    Optional<Instant> from(Instant now) {
        return Optional.ofNullable(policy).map(known -> now.minus(known.lookback()));
    }

    /** The rhythm of what is counted in some ranges, such as those that no incident has spoilt. */
    Rhythm of(Scope scope, List<TimeRange> ranges) {
        if (policy == null) {
            return Rhythm.NONE;
        }
        RhythmTally tally = new RhythmTally(policy);
        ranges.forEach(range -> rollups.steps(scope, range, HOUR).forEach(tally::add));
        return tally.rhythm();
    }
}
