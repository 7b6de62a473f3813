package io.tidemark.application.record;

import io.micrometer.core.instrument.Timer;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tidemark.application.port.Clocks;
import io.tidemark.domain.timing.Context;
import io.tidemark.domain.timing.Timing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What recording costs the thread that records.
 *
 * <p>A duration: ours compares it with its threshold and keeps it for the flusher, the rivals (an HdrHistogram {@code
 * Recorder}, a Micrometer {@code Timer} with a Prometheus histogram) count it. A whole timing with its context: ours,
 * against building it and handing it to an {@code ArrayBlockingQueue}.
 *
 * <p>Each measured burst fits into a lane; the lanes, and the queue, are emptied between bursts, outside of the
 * measurement, as the flusher does it in a program that has a core left.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RecordBenchmark {
    private static final int BURST = 2_000;

    /** The recorders, shared by all threads as in a program. */
    @State(Scope.Benchmark)
    public static class Recorders {
        final Lanes lanes = new Lanes(Runtime.getRuntime().availableProcessors());
        final Recorder tidemark = new Recorder(
                lanes, timings -> {}, RecorderSettings.defaults(), Clocks.system(), timing -> {});
        final org.HdrHistogram.Recorder hdr = new org.HdrHistogram.Recorder(TimeUnit.HOURS.toMicros(1), 2);
        final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        final Timer micrometer =
                Timer.builder("commit").publishPercentileHistogram().register(registry);
        final ArrayBlockingQueue<Timing> queue = new ArrayBlockingQueue<>(8 * BURST);
        final Operation operation = tidemark.operation("commit");

        @Setup
        public void setThreshold() {
            tidemark.setThresholds(name -> 1_000_000);
        }

        synchronized void empty(List<Timing> drained) {
            lanes.drainTo((operation, micros, end, context) -> {});
            queue.drainTo(drained);
            drained.clear();
        }

        @TearDown
        public void requireNoLoss() {
            if (tidemark.report().lostInAll() != 0) {
                throw new IllegalStateException("the measured path was that of losing: " + tidemark.report());
            }
            registry.close();
        }
    }

    /** What one thread records: durations from 2 to 7 ms. */
    @State(Scope.Thread)
    public static class Burst {
        final long[] nanos = new long[BURST];
        final Context context = Context.of("ada").onBranch("main");
        private final List<Timing> drained = new ArrayList<>();

        @Setup
        public void fill() {
            SplittableRandom random = new SplittableRandom(42);
            for (int i = 0; i < BURST; i++) {
                nanos[i] = random.nextLong(2_000_000, 7_000_000);
            }
        }

        @Setup(Level.Invocation)
        public void makeRoom(Recorders recorders) {
            recorders.empty(drained);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public void durationTidemark(Recorders recorders, Burst burst) {
        for (long nanos : burst.nanos) {
            recorders.operation.recordNanos(nanos);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public void durationTidemarkByName(Recorders recorders, Burst burst) {
        for (long nanos : burst.nanos) {
            recorders.tidemark.operation("commit").recordNanos(nanos);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public void durationHdrHistogram(Recorders recorders, Burst burst) {
        for (long nanos : burst.nanos) {
            recorders.hdr.recordValue(nanos / 1_000);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public void durationMicrometer(Recorders recorders, Burst burst) {
        for (long nanos : burst.nanos) {
            recorders.micrometer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public void timingTidemark(Recorders recorders, Burst burst) {
        for (long nanos : burst.nanos) {
            recorders.operation.recordNanos(nanos, burst.context);
        }
    }

    @Benchmark
    @OperationsPerInvocation(BURST)
    public void timingQueue(Recorders recorders, Burst burst) {
        for (long nanos : burst.nanos) {
            recorders.queue.offer(
                    new Timing("commit", Timing.toMicros(nanos), Instant.now(), burst.context));
        }
    }
}
