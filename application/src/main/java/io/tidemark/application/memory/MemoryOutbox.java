package io.tidemark.application.memory;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Outbox;
import io.tidemark.application.port.OutboxReader;
import io.tidemark.application.port.StorageException;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Notification;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/** Keeps notifications: those on their way until they are settled, and the last of those that are. */
final class MemoryOutbox implements Outbox, OutboxReader {
    /** Far more than a person reads: whoever reaches it has nobody who sends, or a receiver that is long gone. */
    static final int MAX_UNSETTLED = 10_000;
    /** Enough to look back on a bad day. */
    static final int MAX_SETTLED = 10_000;

    private static final Duration NOTHING_DUE = Duration.ofDays(1);

    private final NavigableMap<Long, OutboxItem> unsettled = new TreeMap<>();
    private final NavigableMap<Long, OutboxItem> settled = new TreeMap<>();
    private final AttemptLog attempts = new AttemptLog();
    /** What channels noted in the conversations that were noted in last. */
    private final Map<OutboxItem.Lane, String> memos = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OutboxItem.Lane, String> eldest) {
            return size() > MAX_SETTLED;
        }
    };

    private final Clock clock;
    private long lastId;

    MemoryOutbox(Clock clock) {
        this.clock = clock;
    }

    /** Takes all of them or, when there is no room, none: waiting for room would keep other alerts from being told. */
    synchronized void add(List<Notice> notices) {
        if (unsettled.size() + notices.size() > MAX_UNSETTLED) {
            throw StorageException.lasting(
                    "the outbox in memory holds %d notifications and cannot take %d more: its bound is %d until some are sent"
                            .formatted(unsettled.size(), notices.size(), MAX_UNSETTLED),
                    null);
        }
        Instant now = clock.instant();
        for (Notice notice : notices) {
            unsettled.put(++lastId, OutboxItem.of(lastId, notice, now));
        }
    }

    @Override
    public synchronized List<Claim> claim(int limit, Duration lease, Set<String> resting) {
        Instant now = clock.instant();
        List<OutboxItem> due = firstOfEachLane(resting)
                .filter(item -> item.isDue(now))
                .sorted(comparing(OutboxItem::due).thenComparing(OutboxItem::id))
                .limit(limit)
                .toList();
        List<Claim> claims = new ArrayList<>();
        for (OutboxItem item : due) {
            Claim claim = new Claim(item.toldAgain(memos.get(item.lane())), UUID.randomUUID());
            unsettled.put(item.id(), item.claimed(claim.token(), now.plus(lease)));
            claims.add(claim);
        }
        return claims;
    }

    @Override
    public synchronized void settle(Settlement settlement) {
        Notification notification = settlement.claim().notification();
        attempts.add(notification, settlement.attempt());
        OutboxItem item = unsettled.get(notification.id());
        if (item != null && item.isHeldBy(settlement.claim())) {
            String memo = settlement.attempt().answer().memo();
            if (memo != null) {
                memos.put(item.lane(), memo);
            }
            put(item.tried(settlement.next(), memo, clock.instant()));
        }
    }

    @Override
    public synchronized void postpone(Claim claim, Duration pause) {
        OutboxItem item = unsettled.get(claim.notification().id());
        if (item != null && item.isHeldBy(claim)) {
            put(item.postponed(clock.instant().plus(pause)));
        }
    }

    @Override
    public synchronized Duration untilNextDue(Set<String> resting) {
        Instant now = clock.instant();
        return firstOfEachLane(resting)
                .map(item -> item.isDue(now) ? Duration.ZERO : Duration.between(now, item.due()))
                .min(Duration::compareTo)
                .orElse(NOTHING_DUE);
    }

    @Override
    public synchronized Map<DeliveryStatus, Long> depth() {
        Map<DeliveryStatus, Long> depth = new EnumMap<>(DeliveryStatus.class);
        for (DeliveryStatus status : DeliveryStatus.values()) {
            depth.put(status, 0L);
        }
        items().forEach(item -> depth.merge(item.status(), 1L, Long::sum));
        return depth;
    }

    @Override
    public synchronized List<LoggedAttempt> attempts(long alertId) {
        return attempts.about(alertId);
    }

    /** What became of the notifications about some alerts, oldest first; nothing for an alert without any. */
    synchronized Map<Long, List<Told>> told(Collection<Long> alertIds) {
        Set<Long> wanted = new HashSet<>(alertIds);
        Map<Long, List<Told>> told = new HashMap<>();
        items().filter(item -> wanted.contains(item.alertId()))
                .sorted(comparingLong(OutboxItem::id))
                .forEach(item -> told.computeIfAbsent(item.alertId(), first -> new ArrayList<>())
                        .add(item.told()));
        return told;
    }

    private Stream<OutboxItem> items() {
        return Stream.concat(settled.values().stream(), unsettled.values().stream());
    }

    private Stream<OutboxItem> firstOfEachLane(Set<String> resting) {
        Set<OutboxItem.Lane> seen = new HashSet<>();
        return unsettled.values().stream()
                .filter(item -> !resting.contains(item.lane().destination()))
                .filter(item -> seen.add(item.lane()));
    }

    private void put(OutboxItem item) {
        if (!item.isSettled()) {
            unsettled.put(item.id(), item);
            return;
        }
        unsettled.remove(item.id());
        settled.put(item.id(), item);
        if (settled.size() > MAX_SETTLED) {
            settled.pollFirstEntry();
        }
    }

    @Override
    public String toString() {
        return "outbox " + depth();
    }
}
