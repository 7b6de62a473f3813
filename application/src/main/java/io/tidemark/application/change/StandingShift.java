package io.tidemark.application.change;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.alert.Why;
import io.tidemark.domain.change.LevelShift;
import java.time.Instant;

/**
 * A shift that lasts, and why it counts as one.
 *
 * @param shift which one
 * @param why what was expected, and what would have kept it quiet
 */
public record StandingShift(LevelShift shift, Why why) {
    public StandingShift {
        requireNonNull(shift, "shift");
        requireNonNull(why, "why");
    }

    /** As a sighting: those of one operation are about the same alert, for as long as it is slower. */
    public Sighting sighting(Instant at) {
        return new Sighting(
                new Fingerprint(AlertType.DEGRADATION, shift.operation(), null),
                shift.severity(),
                Evidence.of(shift.figures(), why),
                at);
    }
}
