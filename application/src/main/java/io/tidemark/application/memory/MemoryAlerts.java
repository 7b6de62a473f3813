package io.tidemark.application.memory;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;

import io.tidemark.application.port.AlertLedger;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.IncidentReader;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import io.tidemark.domain.alert.NextLook;
import io.tidemark.domain.alert.QuietReason;
import io.tidemark.domain.alert.Telling;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Keeps alerts, under the lock of the outbox: an alert and the notices about it are stored and seen together. */
final class MemoryAlerts implements AlertLedger, AlertReader, IncidentReader {
    /** Far more than a person looks back. */
    static final int MAX_ALERTS = 10_000;

    private static final Comparator<Place> SEEN_LAST_FIRST =
            comparing(Place::lastSeen).thenComparing(Place::id).reversed();

    private final NavigableMap<Long, Alert> byId = new TreeMap<>();
    private final Map<Fingerprint, Alert> latest = new HashMap<>();
    private final MemoryOutbox outbox;
    private final MemorySignals signals;
    private final MemoryGroups groups;
    private long lastId;

    MemoryAlerts(MemoryOutbox outbox, MemorySignals signals) {
        this.outbox = outbox;
        this.signals = signals;
        this.groups = new MemoryGroups(outbox, signals, id -> Optional.ofNullable(byId.get(id)));
    }

    MemoryGroups groups() {
        return groups;
    }

    @Override
    public Alert change(Fingerprint fingerprint, Judgement judgement) {
        Decision decision = decideAndStore(fingerprint, judgement);
        if (!decision.notices().isEmpty()) {
            signals.announce(Topic.OUTBOX);
        }
        return decision.alert();
    }

    @Override
    public Optional<Alert> change(long id, Change change) {
        Optional<Decision> decided;
        synchronized (outbox) {
            decided = Optional.ofNullable(byId.get(id)).map(alert -> store(change.decide(alert)));
        }
        decided.filter(decision -> !decision.notices().isEmpty()).ifPresent(decision -> signals.announce(Topic.OUTBOX));
        return decided.map(Decision::alert);
    }

    @Override
    public List<Alert> claimDue(Instant now, Duration lease, int limit) {
        Instant tooFar = now.plus(NextLook.LATEST.multipliedBy(2));
        synchronized (outbox) {
            List<Alert> due = byId.values().stream()
                    .filter(alert -> isDue(alert, now, tooFar))
                    .sorted(comparing(MemoryAlerts::lookAt).thenComparing(Alert::id))
                    .limit(limit)
                    .map(alert -> alert.with(alert.telling().lookingAt(now.plus(lease))))
                    .toList();
            due.forEach(this::keep);
            return due;
        }
    }

    @Override
    public int lookAgain(Set<QuietReason> reasons, Instant at) {
        synchronized (outbox) {
            List<Alert> later = byId.values().stream()
                    .filter(alert -> !alert.state().isOver() && isQuiet(alert.telling(), reasons))
                    .filter(alert -> isLater(alert.telling().lookAt(), at))
                    .toList();
            later.forEach(alert -> keep(alert.with(alert.telling().lookingAt(at))));
            return later.size();
        }
    }

    @Override
    public List<AlertReport> latest(Filter filter, @Nullable Place after, int limit) {
        synchronized (outbox) {
            List<Alert> latest = byId.values().stream()
                    .filter(alert -> MemoryAlertFilter.fits(filter, alert))
                    .filter(alert -> after == null || SEEN_LAST_FIRST.compare(Place.of(alert), after) > 0)
                    .sorted(comparing(Place::of, SEEN_LAST_FIRST))
                    .limit(limit)
                    .toList();
            return reports(latest);
        }
    }

    @Override
    public List<Alert> since(Instant instant, Set<AlertType> types) {
        synchronized (outbox) {
            return byId.values().stream()
                    .filter(alert -> types.contains(alert.fingerprint().type()))
                    .filter(alert -> !alert.state().isOver() || !lastSeen(alert).isBefore(instant))
                    .toList();
        }
    }

    @Override
    public Optional<AlertReport> find(long id) {
        synchronized (outbox) {
            return Optional.ofNullable(byId.get(id))
                    .map(alert -> reports(List.of(alert)).get(0));
        }
    }

    private List<AlertReport> reports(List<Alert> alerts) {
        Map<Long, List<Told>> told = outbox.told(alerts.stream().map(Alert::id).toList());
        return alerts.stream()
                .map(alert -> new AlertReport(alert, told.getOrDefault(alert.id(), List.of())))
                .toList();
    }

    private Decision decideAndStore(Fingerprint fingerprint, Judgement judgement) {
        synchronized (outbox) {
            return store(judgement.decide(Optional.ofNullable(latest.get(fingerprint)), () -> ++lastId));
        }
    }

    private Decision store(Decision decision) {
        // First what may be refused.
        outbox.add(decision.notices());
        keep(decision.alert());
        groups.join(decision.alert().id(), decision.gathered());
        return decision;
    }

    private void keep(Alert alert) {
        byId.put(alert.id(), alert);
        latest.merge(alert.fingerprint(), alert, (kept, other) -> kept.id() > other.id() ? kept : other);
        if (byId.size() > MAX_ALERTS) {
            forgetOne();
        }
    }

    private void forgetOne() {
        Alert forgotten = byId.values().stream()
                .filter(alert -> alert.state().isOver())
                .findFirst()
                .orElseGet(() -> byId.firstEntry().getValue());
        byId.remove(forgotten.id());
        latest.remove(forgotten.fingerprint(), forgotten);
    }

    private static boolean isDue(Alert alert, Instant now, Instant tooFar) {
        Instant lookAt = alert.telling().lookAt();
        return lookAt != null && (!lookAt.isAfter(now) || lookAt.isAfter(tooFar));
    }

    private static boolean isQuiet(Telling telling, Set<QuietReason> reasons) {
        return telling.quiet() != null && reasons.contains(telling.quiet().reason());
    }

    private static boolean isLater(@Nullable Instant lookAt, Instant at) {
        return lookAt == null || lookAt.isAfter(at);
    }

    private static Instant lookAt(Alert alert) {
        return requireNonNull(alert.telling().lookAt());
    }

    private static Instant lastSeen(Alert alert) {
        return alert.recurrence().lastSeen();
    }

    @Override
    public String toString() {
        synchronized (outbox) {
            long unresolved = byId.values().stream()
                    .filter(alert -> !alert.state().isOver())
                    .count();
            return "%d alerts, %d of them not resolved".formatted(byId.size(), unresolved);
        }
    }
}
