package io.tidemark.application.memory;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;

import io.tidemark.application.port.AlertReader.Told;
import io.tidemark.application.port.DeadLetters;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Outbox;
import io.tidemark.application.port.OutboxReader;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.audit.AuditEntry;
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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps notifications: those on their way until they are settled, and the last of those that are. */
final class MemoryOutbox implements Outbox, OutboxReader, DeadLetters {
    /** Far more than a person reads: whoever reaches it has nobody who sends, or a receiver that is long gone. */
    static final int MAX_UNSETTLED = 10_000;
    /** Enough to look back on a bad day. */
    static final int MAX_SETTLED = 10_000;

    private static final int MOST_IN_A_DIGEST = 1_000;
    private static final Duration NOTHING_DUE = Duration.ofDays(1);

    private final NavigableMap<Long, OutboxItem> unsettled = new TreeMap<>();
    private final NavigableMap<Long, OutboxItem> settled = new TreeMap<>();
    /** The alerts that a notification is about which is about several. */
    private final Map<Long, Set<Long>> about = new HashMap<>();

    private final AttemptLog attempts = new AttemptLog();
    /** What channels noted in the conversations that were noted in last. */
    private final Map<OutboxItem.Lane, String> memos = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<OutboxItem.Lane, String> eldest) {
            return size() > MAX_SETTLED;
        }
    };

    private final Rests rests = new Rests();
    private final Clock clock;
    private final MemoryAudit audit;
    private final MemorySignals signals;
    private long lastId;

    MemoryOutbox(Clock clock, MemoryAudit audit, MemorySignals signals) {
        this.clock = clock;
        this.audit = audit;
        this.signals = signals;
    }

    /** Takes notices about one alert each. */
    void add(List<Notice> notices) {
        add(notices, Set.of());
    }

    /**
     * Takes all of them or, when there is no room, none: waiting for room would keep other alerts from being told.
     *
     * @param alerts the alerts that all of them are about, beside the one of their conversation
     */
    synchronized void add(List<Notice> notices, Set<Long> alerts) {
        if (unsettled.size() + notices.size() > MAX_UNSETTLED) {
            throw StorageException.lasting(
                    "the outbox in memory holds %d notifications and cannot take %d more: its bound is %d until some are sent"
                            .formatted(unsettled.size(), notices.size(), MAX_UNSETTLED),
                    null);
        }
        Instant now = clock.instant();
        for (Notice notice : notices) {
            unsettled.put(++lastId, OutboxItem.of(lastId, notice, now));
            if (!alerts.isEmpty()) {
                about.put(lastId, Set.copyOf(alerts));
            }
        }
    }

    @Override
    public synchronized List<Claim> claim(int limit, Duration lease, Set<String> left) {
        Instant now = clock.instant();
        return due(now).filter(item -> !left.contains(item.lane().destination())).limit(limit).toList().stream()
                .map(item -> claim(item, now.plus(lease)))
                .toList();
    }

    @Override
    public synchronized List<Claim> claimOneEach(Map<String, Duration> gaps, Duration lease) {
        Instant now = clock.instant();
        Set<String> busy = busy(now);
        List<Claim> claims = new ArrayList<>();
        gaps.forEach((destination, gap) -> due(now).filter(
                        item -> item.lane().destination().equals(destination) && !busy.contains(destination))
                .findFirst()
                .ifPresent(item -> {
                    claims.add(claim(item, now.plus(lease)));
                    rests.rest(destination, gap, now);
                }));
        return claims;
    }

    private Set<String> busy(Instant now) {
        return unsettled.values().stream()
                .filter(item -> item.status() == DeliveryStatus.SENDING && !item.isDue(now))
                .map(item -> item.lane().destination())
                .collect(Collectors.toSet());
    }

    private Claim claim(OutboxItem item, Instant leaseEnd) {
        Claim claim = new Claim(item.toldAgain(memos.get(item.lane())), UUID.randomUUID());
        unsettled.put(item.id(), item.claimed(claim.token(), leaseEnd));
        return claim;
    }

    @Override
    public synchronized int merge(String destination, int least, Function<List<Notice>, Notice> digest) {
        Instant now = clock.instant();
        List<OutboxItem> parts = rests.rests(destination, now) ? List.of() : mergeable(destination);
        if (parts.size() < least || unsettled.size() >= MAX_UNSETTLED) {
            return 0;
        }
        Notice whole = digest.apply(
                parts.stream().map(item -> item.notification().notice()).toList());
        unsettled.put(++lastId, OutboxItem.of(lastId, whole, now));
        parts.forEach(item -> unsettled.put(item.id(), item.mergedInto(lastId)));
        return parts.size();
    }

    /** What waits, up to the first of each lane that does not wait itself. */
    private List<OutboxItem> mergeable(String destination) {
        Set<OutboxItem.Lane> blocked = new HashSet<>();
        List<OutboxItem> parts = new ArrayList<>();
        unsettled.values().stream()
                .filter(item -> item.lane().destination().equals(destination))
                .forEach(item -> {
                    if (item.waits() && !blocked.contains(item.lane())) {
                        parts.add(item);
                    } else {
                        blocked.add(item.lane());
                    }
                });
        return parts.subList(0, Math.min(parts.size(), MOST_IN_A_DIGEST));
    }

    @Override
    public synchronized void settle(List<Settlement> settlements) {
        settlements.forEach(this::settleOne);
    }

    private void settleOne(Settlement settlement) {
        Instant now = clock.instant();
        Notification notification = settlement.claim().notification();
        attempts.add(notification, settlement.attempt());
        rests.rest(notification.notice().destination().name(), settlement.rest(), now);
        OutboxItem item = unsettled.get(notification.id());
        if (item != null && item.isHeldBy(settlement.claim())) {
            String memo = settlement.attempt().answer().memo();
            if (memo != null) {
                memos.put(item.lane(), memo);
            }
            put(item.tried(settlement.next(), settlement.attempt().answer(), now));
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
    public synchronized Duration untilNextDue(Set<String> left) {
        Instant now = clock.instant();
        return firstOfEachLane()
                .filter(item -> item.status() != DeliveryStatus.MERGED)
                .filter(item -> !left.contains(item.lane().destination()))
                .map(item -> untilDue(item, now))
                .min(Duration::compareTo)
                .orElse(NOTHING_DUE);
    }

    private Duration untilDue(OutboxItem item, Instant now) {
        Instant free = rests.until(item.lane().destination(), now);
        return Duration.between(now, item.due().isAfter(free) ? item.due() : free);
    }

    @Override
    public synchronized void wake(String destination) {
        rests.wake(destination);
    }

    @Override
    public synchronized int forget(Duration age, int limit) {
        Instant before = clock.instant().minus(age);
        List<Long> old = settled.values().stream()
                .filter(item -> item.status() != DeliveryStatus.FAILED)
                .filter(item -> item.due().isBefore(before))
                .limit(limit)
                .map(OutboxItem::id)
                .toList();
        old.forEach(settled::remove);
        return old.size();
    }

    @Override
    public synchronized boolean replay(long id, AuditEntry entry) {
        return replay(deadLetters().filter(item -> item.id() == id), entry) > 0;
    }

    @Override
    public synchronized int replayAll(String destination, AuditEntry entry) {
        return replay(deadLetters().filter(item -> item.lane().destination().equals(destination)), entry);
    }

    private int replay(Stream<OutboxItem> wanted, AuditEntry entry) {
        List<OutboxItem> dead = wanted.toList();
        Instant now = clock.instant();
        for (OutboxItem item : dead) {
            settled.remove(item.id());
            put(item.replayed(now));
            parts(item.id()).forEach(part -> {
                settled.remove(part.id());
                put(part.mergedInto(item.id()));
            });
        }
        if (!dead.isEmpty()) {
            audit.append(entry);
            signals.announce(Topic.OUTBOX);
        }
        return dead.size();
    }

    @Override
    public synchronized boolean drop(long id, AuditEntry entry) {
        List<OutboxItem> dead = deadLetters().filter(item -> item.id() == id).toList();
        Instant now = clock.instant();
        for (OutboxItem item : dead) {
            put(item.dropped(now));
            audit.append(entry);
        }
        return !dead.isEmpty();
    }

    private Stream<OutboxItem> deadLetters() {
        return settled.values().stream()
                .filter(item -> item.status() == DeliveryStatus.FAILED && item.digest() == null);
    }

    @Override
    public synchronized List<Sent> deliveries(
            @Nullable DeliveryStatus status, @Nullable String destination, long before, int limit) {
        return items().filter(item -> item.id() < before)
                .filter(item -> status == null || item.status() == status)
                .filter(item ->
                        destination == null || destination.equals(item.lane().destination()))
                .sorted(comparingLong(OutboxItem::id).reversed())
                .limit(limit)
                .map(OutboxItem::sent)
                .toList();
    }

    @Override
    public synchronized Optional<Followed> find(long id) {
        return Stream.of(settled, unsettled)
                .map(kept -> kept.get(id))
                .filter(Objects::nonNull)
                .findFirst()
                .map(item -> new Followed(item.sent(), attempts.of(id)));
    }

    @Override
    public synchronized Map<String, Instant> resting() {
        return rests.standing(clock.instant());
    }

    @Override
    public synchronized List<Statistics> statistics(Instant since) {
        return attempts.statistics(since);
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
        items().sorted(comparingLong(OutboxItem::id))
                .forEach(item -> alerts(item)
                        .filter(wanted::contains)
                        .forEach(alert -> told.computeIfAbsent(alert, first -> new ArrayList<>())
                                .add(item.told())));
        return told;
    }

    private Stream<Long> alerts(OutboxItem item) {
        Long alert = item.alertId();
        return alert == null ? about.getOrDefault(item.id(), Set.of()).stream() : Stream.of(alert);
    }

    private Stream<OutboxItem> items() {
        return Stream.concat(settled.values().stream(), unsettled.values().stream());
    }

    /** What may be claimed, longest due first. */
    private Stream<OutboxItem> due(Instant now) {
        return firstOfEachLane()
                .filter(item -> item.isDue(now))
                .filter(item -> !rests.rests(item.lane().destination(), now))
                .sorted(comparing(OutboxItem::due).thenComparing(OutboxItem::id));
    }

    private Stream<OutboxItem> firstOfEachLane() {
        Set<OutboxItem.Lane> seen = new HashSet<>();
        return unsettled.values().stream().filter(item -> seen.add(item.lane()));
    }

    /** What a digest stands for ends as it does. */
    private void put(OutboxItem item) {
        if (!item.isSettled()) {
            unsettled.put(item.id(), item);
            return;
        }
        unsettled.remove(item.id());
        settled.put(item.id(), item);
        if (settled.size() > MAX_SETTLED) {
            about.remove(settled.pollFirstEntry().getKey());
        }
        if (item.notification().notice().kind() == Notice.Kind.DIGEST) {
            parts(item.id()).forEach(part -> put(part.endedAs(item)));
        }
    }

    private List<OutboxItem> parts(long digest) {
        return items().filter(item -> Objects.equals(item.digest(), digest)).toList();
    }

    @Override
    public String toString() {
        return "outbox " + depth();
    }
}
