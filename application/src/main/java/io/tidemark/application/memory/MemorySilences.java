package io.tidemark.application.memory;

import static java.util.Comparator.comparing;

import io.tidemark.application.port.SilenceBook;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.quiet.FiledSilence;
import io.tidemark.domain.quiet.Silence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/** Keeps silences by their numbers. */
final class MemorySilences implements SilenceBook {
    private static final Duration KEPT = Duration.ofDays(KEPT_DAYS);

    private final NavigableMap<Long, FiledSilence> byId = new TreeMap<>();
    private final MemoryAudit audit;
    private final MemorySignals signals;
    private long ids;

    MemorySilences(MemoryAudit audit, MemorySignals signals) {
        this.audit = audit;
        this.signals = signals;
    }

    @Override
    public FiledSilence add(Silence silence, Instant at) {
        FiledSilence filed = file(silence, at);
        signals.announce(Topic.SILENCES);
        return filed;
    }

    @Override
    public Optional<FiledSilence> expire(long id, Instant at, String by) {
        boolean changed;
        Optional<FiledSilence> expired;
        synchronized (this) {
            Optional<FiledSilence> before = Optional.ofNullable(byId.get(id));
            expired = before.map(filed -> filed.expire(at));
            changed = !expired.equals(before);
            if (changed) {
                expired.ifPresent(filed -> replace(filed, filed.ended(at, by)));
            }
        }
        if (changed) {
            signals.announce(Topic.SILENCES);
        }
        return expired;
    }

    @Override
    public synchronized List<FiledSilence> notEndedBy(Instant instant) {
        return byId.values().stream()
                .filter(filed -> instant.isBefore(filed.end()))
                .sorted(comparing(FiledSilence::end).thenComparing(FiledSilence::id))
                .toList();
    }

    @Override
    public synchronized List<FiledSilence> latest(long before, int limit) {
        return byId.headMap(before, false).descendingMap().values().stream()
                .limit(limit)
                .toList();
    }

    private synchronized FiledSilence file(Silence silence, Instant at) {
        byId.values().removeIf(old -> old.end().plus(KEPT).isBefore(at));
        FiledSilence filed = new FiledSilence(++ids, silence, null);
        byId.put(filed.id(), filed);
        audit.append(filed.added(at));
        return filed;
    }

    private void replace(FiledSilence filed, AuditEntry entry) {
        byId.put(filed.id(), filed);
        audit.append(entry);
    }
}
