package io.tidemark.application.memory;

import static java.util.Comparator.comparing;

import io.tidemark.application.port.AlertLedger;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.IncidentReader;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.AlertType;
import io.tidemark.domain.alert.Fingerprint;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Keeps alerts, under the lock of the outbox: an alert and the notices about it are stored and seen together. */
final class MemoryAlerts implements AlertLedger, AlertReader, IncidentReader {
    /** Far more than a person looks back. */
    static final int MAX_ALERTS = 10_000;

    private static final Comparator<Alert> SEEN_LAST_FIRST =
            comparing(MemoryAlerts::lastSeen).thenComparing(Alert::id).reversed();

    private final NavigableMap<Long, Alert> byId = new TreeMap<>();
    private final Map<Fingerprint, Alert> standing = new HashMap<>();
    private final MemoryOutbox outbox;
    private final MemorySignals signals;
    private long lastId;

    MemoryAlerts(MemoryOutbox outbox, MemorySignals signals) {
        this.outbox = outbox;
        this.signals = signals;
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
    public List<AlertReport> latest(Which which, int limit) {
        synchronized (outbox) {
            List<Alert> latest = byId.values().stream()
                    .filter(alert -> which == Which.ALL || !alert.state().isOver())
                    .sorted(SEEN_LAST_FIRST)
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
            Decision decision = judgement.decide(Optional.ofNullable(standing.get(fingerprint)), () -> ++lastId);
            // First what may be refused.
            outbox.add(decision.notices());
            keep(decision.alert());
            return decision;
        }
    }

    private void keep(Alert alert) {
        byId.put(alert.id(), alert);
        if (alert.state().isOver()) {
            standing.remove(alert.fingerprint());
        } else {
            standing.put(alert.fingerprint(), alert);
        }
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
        standing.remove(forgotten.fingerprint(), forgotten);
    }

    private static Instant lastSeen(Alert alert) {
        return alert.recurrence().lastSeen();
    }

    @Override
    public String toString() {
        synchronized (outbox) {
            return "%d alerts, %d of them not resolved".formatted(byId.size(), standing.size());
        }
    }
}
