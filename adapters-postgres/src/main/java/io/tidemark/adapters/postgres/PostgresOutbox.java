package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.OutboxMapper.Depth;
import io.tidemark.adapters.postgres.OutboxMapper.Logged;
import io.tidemark.adapters.postgres.OutboxMapper.Rest;
import io.tidemark.adapters.postgres.OutboxMapper.Waiting;
import io.tidemark.application.port.DeadLetters;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Outbox;
import io.tidemark.application.port.OutboxReader;
import io.tidemark.application.port.Topic;
import io.tidemark.domain.audit.AuditEntry;
import io.tidemark.domain.notification.Notice;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** The outbox is a table, a claim is a lease on a row of it; each deed but merging is one statement. */
final class PostgresOutbox implements Outbox, OutboxReader, DeadLetters {
    private static final Duration NOTHING_DUE = Duration.ofDays(1);
    private static final int MOST_IN_A_DIGEST = 1_000;

    private final Database database;

    PostgresOutbox(Database database) {
        this.database = database;
    }

    @Override
    public List<Claim> claim(int limit, Duration lease, Set<String> left) {
        String[] names = left.toArray(String[]::new);
        return fromQueue(mapper -> mapper.claim(limit, lease, names));
    }

    @Override
    public List<Claim> claimOneEach(Map<String, Duration> gaps, Duration lease) {
        Map<String, Duration> sorted = new TreeMap<>(gaps);
        String[] names = sorted.keySet().toArray(String[]::new);
        Long[] micros = sorted.values().stream()
                .map(gap -> gap.dividedBy(ChronoUnit.MICROS.getDuration()))
                .toArray(Long[]::new);
        return fromQueue(mapper -> mapper.claimOneEach(names, micros, lease));
    }

    @Override
    public int merge(String destination, int least, Function<List<Notice>, Notice> digest) {
        if (!database.ask(OutboxMapper.class, mapper -> mapper.isCrowded(destination, least))) {
            return 0;
        }
        return database.transact(session -> merge(session.getMapper(OutboxMapper.class), destination, least, digest));
    }

    private static int merge(
            OutboxMapper mapper, String destination, int least, Function<List<Notice>, Notice> digest) {
        List<Waiting> locked = mapper.lockWaiting(destination, MOST_IN_A_DIGEST);
        Set<Long> free = new HashSet<>(mapper.followNobody(ids(locked)));
        List<Waiting> parts =
                locked.stream().filter(waiting -> free.contains(waiting.id())).toList();
        if (parts.size() < least) {
            return 0;
        }
        mapper.cover(
                mapper.addDigest(
                        digest.apply(parts.stream().map(Waiting::notice).toList())),
                ids(parts));
        return parts.size();
    }

    @Override
    public void settle(List<Settlement> settlements) {
        database.tell(OutboxMapper.class, mapper -> mapper.settle(new SettledColumns(settlements)));
    }

    private <T> T fromQueue(Function<OutboxMapper, T> question) {
        return database.transact(session -> {
            session.getMapper(ServerMapper.class).planForAQueue();
            return question.apply(session.getMapper(OutboxMapper.class));
        });
    }

    @Override
    public void postpone(Claim claim, Duration pause) {
        database.tell(OutboxMapper.class, mapper -> mapper.postpone(claim, pause));
    }

    @Override
    public Duration untilNextDue(Set<String> left) {
        String[] names = left.toArray(String[]::new);
        Duration wait = fromQueue(mapper -> orElseADay(mapper.untilNextDue(names)));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    @Override
    public void wake(String destination) {
        database.tell(OutboxMapper.class, mapper -> mapper.wake(destination));
    }

    @Override
    public int forget(Duration age, int limit) {
        return database.ask(OutboxMapper.class, mapper -> mapper.forget(age, limit));
    }

    @Override
    public Map<DeliveryStatus, Long> depth() {
        Map<DeliveryStatus, Long> depth = new EnumMap<>(DeliveryStatus.class);
        for (DeliveryStatus status : DeliveryStatus.values()) {
            depth.put(status, 0L);
        }
        for (Depth found : database.ask(OutboxMapper.class, OutboxMapper::depth)) {
            depth.put(found.status(), found.notifications());
        }
        return depth;
    }

    @Override
    public List<LoggedAttempt> attempts(long alertId) {
        return database.ask(OutboxMapper.class, mapper -> mapper.attempts(alertId)).stream()
                .map(Logged::line)
                .toList();
    }

    @Override
    public List<Sent> deliveries(
            @Nullable DeliveryStatus status, @Nullable String destination, long before, int limit) {
        String word = status == null ? null : status.word();
        return database.ask(OutboxMapper.class, mapper -> mapper.deliveries(word, destination, before, limit));
    }

    @Override
    public Optional<Followed> find(long id) {
        return database.ask(
                OutboxMapper.class,
                mapper -> Optional.ofNullable(mapper.sent(id))
                        .map(sent -> new Followed(
                                sent,
                                mapper.attemptsFor(id).stream()
                                        .map(logged -> logged.line().attempt())
                                        .toList())));
    }

    @Override
    public Map<String, Instant> resting() {
        return database.ask(OutboxMapper.class, OutboxMapper::resting).stream()
                .collect(Collectors.toUnmodifiableMap(Rest::destination, Rest::until));
    }

    @Override
    public List<Statistics> statistics(Instant since) {
        return database.ask(OutboxMapper.class, mapper -> mapper.statistics(since));
    }

    @Override
    public boolean replay(long id, AuditEntry entry) {
        return audited(entry, mapper -> mapper.replay(id, null)) > 0;
    }

    @Override
    public int replayAll(String destination, AuditEntry entry) {
        return audited(entry, mapper -> mapper.replay(null, destination));
    }

    @Override
    public boolean drop(long id, AuditEntry entry) {
        return audited(entry, mapper -> mapper.drop(id)) > 0;
    }

    private int audited(AuditEntry entry, ToIntFunction<OutboxMapper> change) {
        return database.transact(session -> {
            int changed = change.applyAsInt(session.getMapper(OutboxMapper.class));
            if (changed > 0) {
                announce(session, entry);
            }
            return changed;
        });
    }

    private static void announce(SqlSession session, AuditEntry entry) {
        session.getMapper(AuditMapper.class).append(entry);
        var unused = session.getMapper(ServerMapper.class).announce(Channel.word(Topic.OUTBOX));
    }

    private static Long[] ids(List<Waiting> waiting) {
        return waiting.stream().map(Waiting::id).toArray(Long[]::new);
    }

    private static Duration orElseADay(@Nullable Duration wait) {
        return wait == null ? NOTHING_DUE : wait;
    }
}
