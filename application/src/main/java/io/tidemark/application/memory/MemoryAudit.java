package io.tidemark.application.memory;

import io.tidemark.application.port.AuditLog;
import io.tidemark.application.port.AuditReader;
import io.tidemark.application.port.Numbered;
import io.tidemark.domain.audit.AuditEntry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the latest entries. The books append to it while they hold their own lock: it takes no other one. */
final class MemoryAudit implements AuditLog, AuditReader {
    /** Far more than people do while a process runs. */
    static final int KEPT = 10_000;

    private final Deque<Numbered<AuditEntry>> newestFirst = new ArrayDeque<>();
    private long numbers;

    @Override
    public synchronized void append(AuditEntry entry) {
        if (newestFirst.size() == KEPT) {
            newestFirst.removeLast();
        }
        newestFirst.addFirst(new Numbered<>(++numbers, entry));
    }

    @Override
    public synchronized List<Numbered<AuditEntry>> entries(Which which, long before, int limit) {
        return newestFirst.stream()
                .filter(entry -> entry.number() < before && fits(which, entry.value()))
                .limit(limit)
                .toList();
    }

    private static boolean fits(Which which, AuditEntry entry) {
        return fits(which.kind(), entry.deed().kind())
                && fits(which.name(), entry.deed().name())
                && fits(which.by(), entry.by());
    }

    private static boolean fits(@Nullable String wanted, String value) {
        return wanted == null || wanted.equals(value);
    }
}
