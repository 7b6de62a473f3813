package io.tidemark.bootstrap.console.alerts;

import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertState.Open;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.baseline.Proposal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What can be said about an alert now.
 *
 * @param isOpen whether nobody has taken it on
 * @param isOver whether there is nothing to be said any more
 * @param mayBeNormal whether somebody can say that the new level is normal, or that the old one still is
 * @param proposal the baseline that waits for a word, or null
 * @param untils for how long it can be put off
 */
record Decisions(
        boolean isOpen,
        boolean isOver,
        boolean mayBeNormal,
        @Nullable Waiting proposal,
        List<Until> untils) {
    /** Those that tell of a single operation that takes longer than it should. */
    private static final Set<AlertType> ABOUT_A_LEVEL =
            Set.of(AlertType.THRESHOLD_EXCEEDED, AlertType.ANOMALY, AlertType.DEGRADATION);

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    /** A time that is chosen by its name. */
    record Until(Instant at, String label) {}

    /** A baseline that waits, in figures. */
    record Waiting(long id, String before, String after) {}

    static Decisions about(Alert alert, @Nullable Proposal proposal, Instant now) {
        boolean isOver = alert.state().isOver();
        return new Decisions(
                alert.state() instanceof Open,
                isOver,
                !isOver && ABOUT_A_LEVEL.contains(alert.fingerprint().type()),
                proposal == null
                        ? null
                        : new Waiting(
                                proposal.id(),
                                Wording.duration(proposal.inPlaceOf().baseline().p99Micros()),
                                Wording.duration(proposal.baseline().p99Micros())),
                untils(now));
    }

    private static List<Until> untils(Instant now) {
        Instant tomorrow = now.atZone(ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(1)
                .atTime(MORNING)
                .toInstant(ZoneOffset.UTC);
        return List.of(
                until("1 h", now.plus(Duration.ofHours(1)), now),
                until("4 h", now.plus(Duration.ofHours(4)), now),
                until("Until tomorrow", tomorrow, now));
    }

    private static Until until(String label, Instant at, Instant now) {
        return new Until(at, "%s (%s)".formatted(label, Wording.time(at, now)));
    }
}
