package io.tidemark.application;

import io.tidemark.application.port.Clocks;
import io.tidemark.application.port.Storage;
import io.tidemark.application.port.StorageSettings;
import io.tidemark.application.port.Storages;
import io.tidemark.application.port.TimingLog;
import io.tidemark.application.record.RecorderSettings;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Tidemark, with the timings it records to be read one by one. It is noon, and time passes when it is told to. */
public final class RecordedTimings implements AutoCloseable {
    private static final RecorderSettings WRITTEN_WHEN_CLOSED =
            RecorderSettings.defaults().withFlushInterval(Duration.ofHours(1)).withContext(Context.of("anna"));

    private final Clock clock = new SettableClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final AtomicLong nanos = new AtomicLong();
    private final List<Timing> timings = new CopyOnWriteArrayList<>();
    private final Storage memory = Storages.create("memory", StorageSettings.NONE, clock);
    private final Tidemark tidemark = Tidemark.over(
            keeping(batch -> timings.addAll(batch.timings())),
            TidemarkSettings.defaults().withRecorder(WRITTEN_WHEN_CLOSED),
            new Clocks(clock, nanos::get));

    /** What records. */
    public Tidemark tidemark() {
        return tidemark;
    }

    public void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    /** What was recorded; the recording ends with it. */
    public List<Timing> end() {
        tidemark.close();
        return List.copyOf(timings);
    }

    /** The only one that was recorded. */
    public Timing only() {
        List<Timing> all = end();
        if (all.size() != 1) {
            throw new AssertionError("not one timing: " + all);
        }
        return all.get(0);
    }

    @Override
    public void close() {
        tidemark.close();
        memory.close();
    }

    /** The storage in memory, but for the timings. */
    private Storage keeping(TimingLog log) {
        return (Storage) Proxy.newProxyInstance(
                Storage.class.getClassLoader(),
                new Class<?>[] {Storage.class},
                (proxy, method, arguments) ->
                        method.getName().equals("timings") ? log : method.invoke(memory, arguments));
    }
}
