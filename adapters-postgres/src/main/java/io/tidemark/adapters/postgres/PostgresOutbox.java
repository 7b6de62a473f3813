package io.tidemark.adapters.postgres;

import io.tidemark.adapters.postgres.OutboxMapper.Depth;
import io.tidemark.adapters.postgres.OutboxMapper.Logged;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.Outbox;
import io.tidemark.application.port.OutboxReader;
import io.tidemark.domain.notification.Next;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The outbox is a table, a claim is a lease on a row of it; each deed is one statement. */
final class PostgresOutbox implements Outbox, OutboxReader {
    private static final Duration NOTHING_DUE = Duration.ofDays(1);

    private final Database database;

    PostgresOutbox(Database database) {
        this.database = database;
    }

    @Override
    public List<Claim> claim(int limit, Duration lease, Set<String> resting) {
        String[] names = resting.toArray(String[]::new);
        return database.ask(OutboxMapper.class, mapper -> mapper.claim(limit, lease, names));
    }

    @Override
    public void settle(Settlement settlement) {
        Next next = settlement.next();
        Duration pause = next instanceof Next.Again again ? again.pause() : Duration.ZERO;
        database.tell(
                OutboxMapper.class,
                mapper -> mapper.settle(settlement, statusAfter(next).word(), pause));
    }

    @Override
    public void postpone(Claim claim, Duration pause) {
        database.tell(OutboxMapper.class, mapper -> mapper.postpone(claim, pause));
    }

    @Override
    public Duration untilNextDue(Set<String> resting) {
        String[] names = resting.toArray(String[]::new);
        Duration wait = database.ask(OutboxMapper.class, mapper -> orElseADay(mapper.untilNextDue(names)));
        return wait.isNegative() ? Duration.ZERO : wait;
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

    private static Duration orElseADay(@Nullable Duration wait) {
        return wait == null ? NOTHING_DUE : wait;
    }

    private static DeliveryStatus statusAfter(Next next) {
        if (next instanceof Next.Delivered) {
            return DeliveryStatus.DELIVERED;
        }
        return next instanceof Next.Again ? DeliveryStatus.PENDING : DeliveryStatus.FAILED;
    }
}
