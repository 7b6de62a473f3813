package io.tidemark.application.memory;

import io.tidemark.application.port.OutboxReader.LoggedAttempt;
import io.tidemark.domain.notification.Attempt;
import io.tidemark.domain.notification.Notice;
import io.tidemark.domain.notification.Notification;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** Keeps the last attempts. */
final class AttemptLog {
    /** As many as there are settled notifications: most need one. */
    static final int MAX_ATTEMPTS = MemoryOutbox.MAX_SETTLED;

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

    private record Entry(@Nullable Long alertId, LoggedAttempt logged) {}
}
