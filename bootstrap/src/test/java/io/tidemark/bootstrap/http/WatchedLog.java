package io.tidemark.bootstrap.http;

import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.port.TimingLog;
import io.tidemark.domain.timing.Timing;
import io.tidemark.domain.timing.TimingBatch;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Remembers what is stored, and can be told to be away, or slow. */
final class WatchedLog implements TimingLog {
    private final TimingLog log;
    private final List<Timing> timings = new CopyOnWriteArrayList<>();
    private volatile @Nullable StorageException failure;
    private volatile CountDownLatch gate = new CountDownLatch(0);

    WatchedLog(TimingLog log) {
        this.log = log;
    }

    /** The same storage, with this in the place of its own. */
    Storage over(Storage storage) {
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(), new Class<?>[] {Storage.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("timings") ? this : method.invoke(storage, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public void append(TimingBatch batch) {
        await();
        StorageException away = failure;
        if (away != null) {
            throw away;
        }
        log.append(batch);
        timings.addAll(batch.timings());
    }

    /** What was handed in so far. */
    List<Timing> timings() {
        return timings;
    }

    void failWith(StorageException exception) {
        failure = exception;
    }

    /** Holds up whoever stores, until the latch is counted down. */
    void hold(CountDownLatch latch) {
        gate = latch;
    }

    private void await() {
        try {
            gate.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
