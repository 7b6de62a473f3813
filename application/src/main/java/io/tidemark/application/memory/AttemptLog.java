package io.tidemark.application.memory;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.groupingBy;

import io.tidemark.application.port.OutboxReader.LoggedAttempt;
import io.tidemark.application.port.OutboxReader.Statistics;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Notification;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the last attempts. */
final class AttemptLog {
    /** As many as there are settled notifications: most need one. */
    static final int MAX_ATTEMPTS = MemoryOutbox.MAX_SETTLED;

    private static final long NANOS_IN_A_MICRO = 1_000;

    private final Queue<Entry> entries = new ArrayDeque<>();

    void add(Notification notification, Attempt attempt) {
        Notice notice = notification.notice();
        LoggedAttempt logged =
                new LoggedAttempt(notification.id(), notice.destination().name(), attempt);
        entries.add(new Entry(notice.conversation().alertId(), logged));
        if (entries.size() > MAX_ATTEMPTS) {
            entries.remove();
        }
    }

    List<LoggedAttempt> about(long alertId) {
        return entries.stream()
                .filter(entry -> Objects.equals(entry.alertId, alertId))
                .map(Entry::logged)
                .toList();
    }

    List<Attempt> of(long notificationId) {
        return entries.stream()
                .map(Entry::logged)
                .filter(logged -> logged.notificationId() == notificationId)
                .map(LoggedAttempt::attempt)
                .toList();
    }

    /** Since an instant, by the hour and destination, the latest hour first. */
    List<Statistics> statistics(Instant since) {
        Instant first = since.truncatedTo(ChronoUnit.HOURS);
        Map<Slot, List<LoggedAttempt>> slots = entries.stream()
                .map(Entry::logged)
                .filter(logged -> !logged.attempt().at().isBefore(first))
                .collect(groupingBy(Slot::of));
        return slots.entrySet().stream()
                .map(slot -> statistics(slot.getKey(), slot.getValue()))
                .sorted(comparing(Statistics::hour).reversed().thenComparing(Statistics::destination))
                .toList();
    }

    private Statistics statistics(Slot slot, List<LoggedAttempt> tries) {
        long delivered = tries.stream()
                .filter(tried -> tried.attempt().outcome() == Attempt.Outcome.DELIVERED)
                .count();
        long[] micros = tries.stream()
                .mapToLong(tried -> tried.attempt().took().toNanos() / NANOS_IN_A_MICRO)
                .sorted()
                .toArray();
        long average = Math.round(Arrays.stream(micros).average().orElse(0));
        long p99 = micros[(int) Math.ceil(micros.length * 0.99) - 1];
        return new Statistics(
                slot.hour,
                slot.destination,
                delivered,
                tries.size() - delivered,
                retries(tries),
                Duration.of(average, ChronoUnit.MICROS),
                Duration.of(p99, ChronoUnit.MICROS));
    }

    private long retries(List<LoggedAttempt> tries) {
        Set<LoggedAttempt> firsts = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Long> seen = new HashSet<>();
        entries.stream()
                .map(Entry::logged)
                .filter(logged -> seen.add(logged.notificationId()))
                .forEach(firsts::add);
        return tries.stream().filter(tried -> !firsts.contains(tried)).count();
    }

    /** Where an attempt is counted. */
    private record Slot(Instant hour, String destination) {
        static Slot of(LoggedAttempt logged) {
            return new Slot(logged.attempt().at().truncatedTo(ChronoUnit.HOURS), logged.destination());
        }
    }

    private record Entry(@Nullable Long alertId, LoggedAttempt logged) {}
}
