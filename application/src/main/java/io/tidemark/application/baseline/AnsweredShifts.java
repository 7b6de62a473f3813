package io.tidemark.application.baseline;

import io.tidemark.application.port.ExclusionBook;
import io.tidemark.domain.baseline.Exclusion;
import io.tidemark.domain.baseline.Exclusion.Numbered;
import io.tidemark.domain.timing.Scope;
import java.time.Duration;
import java.time.Instant;

/** Knows which shifts of the level people have answered: nobody needs to be told of those again. */
public final class AnsweredShifts {
    /** With more timings, a shift may be found to have begun a little later. */
    private static final Duration SLACK = Duration.ofHours(6);

    private final ExclusionBook exclusions;

    public AnsweredShifts(ExclusionBook exclusions) {
        this.exclusions = exclusions;
    }

    /**
     * Whether somebody has accepted a level that began then or later, or keeps the old one.
     *
     * @param since when the level shifted, or from when on it was looked at
     */
    public boolean isAnswered(String operation, Instant since) {
        return exclusions.standing().stream()
                .map(Numbered::exclusion)
                .filter(exclusion -> exclusion.alertId() != null && exclusion.appliesTo(Scope.of(operation)))
                .anyMatch(exclusion -> holds(exclusion, since));
    }

    private static boolean holds(Exclusion exclusion, Instant since) {
        Instant to = exclusion.to();
        return to == null || !to.plus(SLACK).isBefore(since);
    }
}
