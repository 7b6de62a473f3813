package io.tidemark.application.alert;

import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Evidence;
import io.tidemark.domain.alert.Figures;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.alert.Sighting;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Raises an alert when recordings are lost, and ends it when none was for ten minutes; so does the next process. */
public final class LossAlerts {
    private static final Duration QUIET = Duration.ofMinutes(10);
    private static final Fingerprint CONDITION = new Fingerprint(AlertType.SYSTEM, "recordings are lost", null);

    private final AlertDesk desk;
    private final LongSupplier lost;
    private final Clock clock;
    private long known;
    private Instant lastLoss;
    private boolean mayStand = true;

    /** @param lost how many were lost so far */
    public LossAlerts(AlertDesk desk, LongSupplier lost, Clock clock) {
        this.desk = desk;
        this.lost = lost;
        this.clock = clock;
        this.lastLoss = clock.instant();
    }

    /**
     * Looks once.
     *
     * @throws io.tidemark.application.port.StorageException when nothing could be raised or ended: the next look does that
     */
    public synchronized void look() {
        long now = lost.getAsLong();
        Instant at = clock.instant();
        if (now > known) {
            Evidence evidence = new Evidence(Figures.NONE, null, "", null, List.of())
                    .withMetadata(Map.of(AlertWording.DETAIL, "%d since the last look".formatted(now - known)));
            desk.see(List.of(new Sighting(CONDITION, Severity.CRITICAL, evidence, at)));
            known = now;
            lastLoss = at;
            mayStand = true;
        } else if (mayStand && !at.isBefore(lastLoss.plus(QUIET))) {
            var unused = desk.over(CONDITION, null);
            mayStand = false;
        }
    }
}
