package io.tidemark.application.record;

import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.TimingBatch;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** Tries again for a while when the storage is away: the same batch, so that it is stored once. */
final class PatientTimingLog implements TimingLog {
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final TimingLog log;
    private final Duration patience;
    private final LongSupplier nanos;

    PatientTimingLog(TimingLog log, Duration patience, LongSupplier nanos) {
        this.log = log;
        this.patience = patience;
        this.nanos = nanos;
    }

    @Override
    public void append(TimingBatch batch) {
        long start = nanos.getAsLong();
        while (!isStored(batch, start)) {
            LockSupport.parkNanos(this, PAUSE.toNanos());
        }
    }

    private boolean isStored(TimingBatch batch, long start) {
        try {
            log.append(batch);
            return true;
        } catch (StorageException e) {
            boolean patient = nanos.getAsLong() - start < patience.toNanos()
                    && !Thread.currentThread().isInterrupted();
            if (e.isPassing() && patient) {
                return false;
            }
            throw e;
        }
    }
}
