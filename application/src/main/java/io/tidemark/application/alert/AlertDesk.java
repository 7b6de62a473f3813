package io.tidemark.application.alert;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tidemark.application.port.AlertLedger;
import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.alert.RepeatPolicy;
import io.tidemark.domain.alert.Sighting;
import io.tidemark.domain.notification.Notice;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of sightings: dedup, then inhibition, then routes, then the outbox. The change of an alert and its notices are
 * stored together.
 */
public final class AlertDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);

    private final AlertLedger ledger;
    private final Dedup dedup;
    private final Inhibition inhibition;
    private final Router router;
    private final Clock clock;

    /** @param clock tells when it is decided: when a sighting was made is the word of whoever made it */
    public AlertDesk(AlertLedger ledger, RepeatPolicy repeats, Inhibition inhibition, Router router, Clock clock) {
        this.ledger = ledger;
        this.dedup = new Dedup(repeats);
        this.inhibition = inhibition;
        this.router = router;
        this.clock = clock;
    }

    /** Takes sightings in the order in which they were made; those of one condition are decided together. */
    public void see(List<Sighting> sightings) {
        byCondition(sightings).forEach(this::see);
    }

    private void see(Fingerprint condition, List<Sighting> sightings) {
        ledger.change(condition, (standing, freshId) -> decide(standing, sightings, freshId));
        if (Inhibition.isGroup(condition)) {
            inhibition.refresh();
        }
    }

    static Map<Fingerprint, List<Sighting>> byCondition(List<Sighting> sightings) {
        return sightings.stream().collect(groupingBy(Sighting::fingerprint, LinkedHashMap::new, toList()));
    }

    private Decision decide(Optional<Alert> standing, List<Sighting> sightings, LongSupplier freshId) {
        Instant now = clock.instant();
        Alert alert = dedup.count(standing, sightings, freshId);
        Optional<QuietReason> quiet = dedup.quiet(standing, alert, now).or(() -> inhibition.quiet(alert));
        List<Notice> notices = quiet.isPresent() ? List.of() : router.notices(alert, now);
        if (notices.isEmpty()) {
            LOG.debug("Nobody is told of alert {}: {}", alert.id(), quiet.orElse(QuietReason.NO_ROUTE));
            return new Decision(alert, notices);
        }
        return new Decision(alert.told(now), notices);
    }
}
