package io.tidemark.application.memory;

import static java.util.Comparator.comparing;

import io.tidemark.application.port.GroupBook;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.alert.Alert;
import io.tidemark.domain.alert.Severity;
import io.tidemark.domain.notification.AlertGroup;
import io.tidemark.domain.notification.AlertGroup.Member;
import io.tidemark.domain.notification.Gathering;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;

/** Keeps groups, under the lock of the outbox: what a group says and what it is afterwards are stored and seen together. */
final class MemoryGroups implements GroupBook {
    private final Map<UUID, Kept> groups = new LinkedHashMap<>();
    private final MemoryOutbox outbox;
    private final MemorySignals signals;
    private final LongFunction<Optional<Alert>> alerts;
    private long lastId;

    /** A group whose members are known by their numbers, with how bad they were when told of, or null. */
    private record Kept(
            long id,
            Gathering gathering,
            Instant nextTurn,
            @Nullable Instant lastTold,
            NavigableMap<Long, Optional<Severity>> members) {}

    /** @param alerts finds an alert by its number */
    MemoryGroups(MemoryOutbox outbox, MemorySignals signals, LongFunction<Optional<Alert>> alerts) {
        this.outbox = outbox;
        this.signals = signals;
        this.alerts = alerts;
    }

    /** To be called while the lock of the outbox is held. */
    void join(long alertId, List<Gathering> gathered) {
        for (Gathering gathering : gathered) {
            groups.computeIfAbsent(
                            gathering.key(),
                            first -> new Kept(++lastId, gathering, gathering.firstTurn(), null, new TreeMap<>()))
                    .members()
                    .putIfAbsent(alertId, Optional.empty());
        }
    }

    @Override
    public boolean turn(Instant now, Judgement judgement) {
        Optional<Said> said = decideAndStore(now, judgement);
        if (said.isPresent() && !said.get().notices().isEmpty()) {
            signals.announce(Topic.OUTBOX);
        }
        return said.isPresent();
    }

    @Override
    public List<AlertGroup> groups() {
        synchronized (outbox) {
            return groups.values().stream().map(this::group).toList();
        }
    }

    private Optional<Said> decideAndStore(Instant now, Judgement judgement) {
        synchronized (outbox) {
            Optional<Kept> due = groups.values().stream()
                    .filter(kept -> !now.isBefore(kept.nextTurn()))
                    .min(comparing(Kept::nextTurn).thenComparing(Kept::id));
            return due.map(kept -> {
                Said said = judgement.decide(group(kept));
                // First what may be refused.
                outbox.add(said.notices(), said.about());
                keep(said);
                return said;
            });
        }
    }

    private void keep(Said said) {
        AlertGroup after = said.after();
        UUID key = after.gathering().key();
        NavigableMap<Long, Optional<Severity>> members = new TreeMap<>();
        after.members().forEach(member -> members.put(member.alert().id(), Optional.ofNullable(member.told())));
        if (members.isEmpty()) {
            groups.remove(key);
        } else {
            groups.put(key, new Kept(after.id(), after.gathering(), said.nextTurn(), after.lastTold(), members));
        }
    }

    /** Alerts that were forgotten meanwhile are members no more. */
    private AlertGroup group(Kept kept) {
        List<Member> members = new ArrayList<>();
        kept.members()
                .forEach((id, told) ->
                        alerts.apply(id).ifPresent(alert -> members.add(new Member(alert, told.orElse(null)))));
        return new AlertGroup(kept.id(), kept.gathering(), kept.lastTold(), members);
    }
}
