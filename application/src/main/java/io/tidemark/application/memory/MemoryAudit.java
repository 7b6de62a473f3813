package io.tidemark.application.memory;

import io.tidemark.application.port.AuditLog;
import io.tidemark.application.port.AuditReader;
import io.tidemark.domain.audit.AuditEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the latest entries. The books append to it while they hold their own lock: it takes no other one. */
final class MemoryAudit implements AuditLog, AuditReader {
    /** Far more than people do while a process runs. */
    static final int KEPT = 10_000;

    private final Deque<AuditEntry> newestFirst = new ArrayDeque<>();

    @Override
    public synchronized void append(AuditEntry entry) {
        if (newestFirst.size() == KEPT) {
            newestFirst.removeLast();
        }
        newestFirst.addFirst(entry);
    }

    @Override
    public synchronized List<AuditEntry> latest(Which which, int limit) {
        return newestFirst.stream()
                .filter(entry -> fits(which.kind(), entry.deed().kind()))
                .filter(entry -> fits(which.name(), entry.deed().name()))
                .filter(entry -> fits(which.by(), entry.by()))
                .limit(limit)
                .toList();
    }

    private static boolean fits(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }
}
