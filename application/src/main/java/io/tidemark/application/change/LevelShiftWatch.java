package io.tidemark.application.change;

import io.tidemark.application.alert.AlertDesk;
import io.tidemark.domain.change.LevelShift;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/** Raises an alert for each operation whose level has shifted for the worse: one, for as long as the shift stands. */
public final class LevelShiftWatch {
    private final LevelShifts shifts;
    private final Predicate<LevelShift> worthTelling;
    private final AlertDesk desk;
    private final Clock clock;

    /** @param worthTelling which shifts nobody has accepted as the new normal */
    public LevelShiftWatch(LevelShifts shifts, Predicate<LevelShift> worthTelling, AlertDesk desk, Clock clock) {
        this.shifts = shifts;
        this.worthTelling = worthTelling;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Looks once.
     *
     * @return what was found, in a line
     * @throws io.tidemark.application.port.StorageException when something could not be read or raised
     */
    public String run() {
        Instant now = clock.instant();
        List<StandingShift> standing = shifts.standing(now);
        List<StandingShift> told =
                standing.stream().filter(one -> worthTelling.test(one.shift())).toList();
        desk.see(told.stream().map(one -> one.sighting(now)).toList());
        return "%d level shifts stand, %d told".formatted(standing.size(), told.size());
    }
}
