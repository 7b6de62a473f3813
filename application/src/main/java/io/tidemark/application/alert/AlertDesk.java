package io.tidemark.application.alert;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.tidemark.application.alert.Answer.Outcome;
import io.tidemark.application.port.AlertLedger;
import io.tidemark.application.port.AlertLedger.Decision;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertPolicy;
import io.tidemark.domain.alert.AlertState.Acknowledged;
import io.tidemark.domain.alert.AlertState.Resolved;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.Repetition;
import io.tidemark.domain.alert.Sighting;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of sightings: dedup → escalation by repetition → inhibition → maintenance windows → silences → routes
 * → outbox; and of what people say about alerts. The change of an alert and its notices are stored together.
 */
public final class AlertDesk {
    private static final Logger LOG = LoggerFactory.getLogger(AlertDesk.class);

    private final AlertLedger ledger;
    private final Repetition repetition;
    private final CreationLimit limit;
    private final Teller teller;
    private final Clock clock;

    /** No alert about a new condition, as there are too many about its subject already. */
    private static final class HeldBack extends RuntimeException {
        private static final long serialVersionUID = 1;

        HeldBack() {
            super("too many new alerts about one subject", null, false, false);
        }
    }

    /** No alert stands that could end. */
    private static final class NothingStands extends RuntimeException {
        private static final long serialVersionUID = 1;

        NothingStands() {
            super("no alert stands about this condition", null, false, false);
        }
    }

    /** @param clock tells when it is decided: when a sighting was made is the word of whoever made it */
    AlertDesk(AlertLedger ledger, AlertPolicy policy, Teller teller, Clock clock) {
        this.ledger = ledger;
        this.repetition = policy.repetition();
        this.limit = new CreationLimit(policy.newPerHour());
        this.teller = teller;
        this.clock = clock;
    }

    /**
     * Takes sightings in the order in which they were made; those of one condition are decided together.
     *
     * @throws io.tidemark.application.port.StorageException when the rest of them was not stored
     */
    public void see(List<Sighting> sightings) {
        byCondition(sightings).forEach(this::see);
    }

    /**
     * Says that a condition is gone: by whoever watches for it, as for a channel, a job or a question that nobody needs to
     * answer any more.
     *
     * @param recoveredMicros how long the operation takes now, or null
     * @return whether there was an alert about it
     */
    public boolean over(Fingerprint condition, @Nullable Long recoveredMicros) {
        try {
            stored(ledger.change(condition, (latest, freshId) -> {
                Alert standing = latest.filter(alert -> !alert.state().isOver()).orElseThrow(NothingStands::new);
                Instant now = clock.instant();
                return teller.looked(standing.resolve(new Resolved(now, null, recoveredMicros)), now);
            }));
            return true;
        } catch (NothingStands e) {
            return false;
        }
    }

    /**
     * Takes an alert on: nobody is told again unless it gets worse, and whoever was told hears that somebody looks after it.
     * The first one wins.
     *
     * @param note what they say, or null
     * @param until when it is open again, or null when it stays with them
     * @throws IllegalArgumentException when nobody is named, or {@code until} is not later than now
     */
    public Answer acknowledge(long id, String by, @Nullable String note, @Nullable Instant until) {
        Instant now = clock.instant();
        if (until != null && !until.isAfter(now)) {
            throw new IllegalArgumentException("until %s must be later than now, %s".formatted(until, now));
        }
        Acknowledged word = new Acknowledged(by, now, note, until);
        return change(id, now, alert -> alert.acknowledge(word));
    }

    /**
     * Ends an alert by hand; whoever was told hears of it. Seen again, it is a new one.
     *
     * @throws IllegalArgumentException when nobody is named
     */
    public Answer resolve(long id, String by) {
        Instant now = clock.instant();
        Resolved word = new Resolved(now, by, null);
        return change(id, now, alert -> alert.resolve(word));
    }

    /** How many alerts were not raised, as there were too many new ones about their subjects. */
    public long heldBack() {
        return limit.heldBack();
    }

    static Map<Fingerprint, List<Sighting>> byCondition(List<Sighting> sightings) {
        return sightings.stream().collect(groupingBy(Sighting::fingerprint, LinkedHashMap::new, toList()));
    }

    private void see(Fingerprint condition, List<Sighting> sightings) {
        try {
            stored(ledger.change(condition, (latest, freshId) -> decide(latest, sightings, freshId)));
        } catch (HeldBack e) {
            LOG.debug("No alert is raised about {}: {}", condition, e.getMessage());
        }
    }

    private Decision decide(Optional<Alert> latest, List<Sighting> sightings, LongSupplier freshId) {
        Instant now = clock.instant();
        boolean isNew = latest.map(alert -> alert.state().isOver()).orElse(true);
        if (isNew && !limit.admits(sightings.get(0).fingerprint().subject(), now)) {
            throw new HeldBack();
        }
        Alert counted = Dedup.count(latest, sightings, freshId);
        return teller.seen(repetition.judged(counted), now);
    }

    private Answer change(long id, Instant now, UnaryOperator<Alert> word) {
        AtomicReference<Outcome> outcome = new AtomicReference<>(Outcome.UNKNOWN);
        Optional<Alert> stored = ledger.change(id, alert -> {
            Alert before = alert.reopenIfExpired(now);
            Alert after = word.apply(before);
            outcome.set(Outcome.of(before, after));
            return teller.looked(after, now);
        });
        stored.ifPresent(this::stored);
        return new Answer(requireNonNull(outcome.get()), stored.orElse(null));
    }

    private void stored(Alert alert) {
        teller.stored(alert);
    }
}
