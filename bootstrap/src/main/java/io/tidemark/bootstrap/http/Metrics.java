package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.tidemark.application.Tidemark;
import io.tidemark.application.port.AlertReader;
import io.tidemark.application.port.AlertReader.Which;
import io.tidemark.application.port.DeliveryStatus;
import io.tidemark.application.port.OutboxReader;
import io.tidemark.application.port.StorageException;
import io.tidemark.application.record.Loss;
import io.tidemark.bootstrap.http.IngestFigures.Reason;
import io.tidemark.bootstrap.http.openapi.Call;
import io.tidemark.bootstrap.http.openapi.Content;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The figures of the process itself, in the format of Prometheus. */
final class Metrics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Metrics.class);
    private static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";
    private static final int MAX_COUNTED_ALERTS = 10_000;

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();
    private final OutboxReader outbox;
    private final AlertReader alerts;
    private volatile Kept kept = Kept.UNKNOWN;

    /** What the storage says, asked once for each scrape: while it is away, the other figures must not wait long. */
    private record Kept(Map<DeliveryStatus, Long> outbox, double unresolved) {
        static final Kept UNKNOWN = new Kept(Map.of(), Double.NaN);
    }

    Metrics(Tidemark tidemark, OutboxReader outbox, Ingest ingest) {
        this.outbox = outbox;
        this.alerts = tidemark.alerts();
        recorder(tidemark);
        ingest(ingest);
        outbox();
        Gauge.builder("tidemark.alerts.unresolved", this, Metrics::unresolved)
                .description("Alerts that are open or acknowledged")
                .register(registry);
        List<MeterBinder> binders = List.of(
                new JvmMemoryMetrics(),
                collections,
                new JvmThreadMetrics(),
                new ProcessorMetrics(),
                new UptimeMetrics());
        binders.forEach(binder -> binder.bindTo(registry));
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/metrics")
                        .says("Tells the figures of the process itself, in the text format of Prometheus.")
                        .answers(HttpStatus.OK, "The figures.", Content.opaque("text/plain")),
                this::scrape);
    }

    private void scrape(Context ctx) {
        kept = ask();
        ctx.contentType(CONTENT_TYPE).result(registry.scrape(CONTENT_TYPE));
    }

    private void recorder(Tidemark tidemark) {
        FunctionCounter.builder(
                        "tidemark.timings.written",
                        tidemark,
                        recorder -> recorder.report().written())
                .description("Timings that were stored")
                .register(registry);
        FunctionCounter.builder("tidemark.slow.timings.held.back", tidemark, Tidemark::heldBack)
                .description("Slow timings that nothing was decided about")
                .register(registry);
        FunctionCounter.builder(
                        "tidemark.alerts.held.back",
                        tidemark,
                        recorder -> recorder.alerting().desk().heldBack())
                .description("Alerts that were not raised, as there were too many new ones about one subject")
                .register(registry);
        Gauge.builder(
                        "tidemark.timings.journaled",
                        tidemark,
                        recorder -> recorder.report().journaled())
                .description("Timings that are safe on disk, and not stored yet")
                .register(registry);
        for (Loss loss : Loss.values()) {
            FunctionCounter.builder(
                            "tidemark.timings.lost",
                            tidemark,
                            recorder -> recorder.report().lost().getOrDefault(loss, 0L))
                    .description("Timings that were not stored")
                    .tag("reason", loss.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
    }

    private void ingest(Ingest ingest) {
        FunctionCounter.builder("tidemark.ingest.timings", ingest.figures(), IngestFigures::stored)
                .description("Timings that came over HTTP and were stored")
                .register(registry);
        FunctionCounter.builder("tidemark.ingest.timings.refused", ingest.figures(), IngestFigures::refused)
                .description("Timings that came over HTTP and broke a rule")
                .register(registry);
        for (Reason reason : Reason.values()) {
            FunctionCounter.builder(
                            "tidemark.ingest.batches.refused",
                            ingest.figures(),
                            figures -> figures.refusedBatches(reason))
                    .description("Batches that came over HTTP and were refused as a whole")
                    .tag("reason", reason.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        Gauge.builder("tidemark.ingest.batches.in.hand", ingest, Ingest::batchesInHand)
                .description("Batches that are being taken in over HTTP")
                .register(registry);
    }

    private void outbox() {
        for (DeliveryStatus status : DeliveryStatus.values()) {
            Gauge.builder("tidemark.outbox.notifications", this, metrics -> metrics.notifications(status))
                    .description("Notifications in the outbox")
                    .tag("status", status.word())
                    .register(registry);
        }
    }

    private Kept ask() {
        try {
            return new Kept(
                    outbox.depth(),
                    alerts.latest(Which.UNRESOLVED, MAX_COUNTED_ALERTS).size());
        } catch (StorageException e) {
            LOG.debug("The storage cannot be asked for its figures", e);
            return Kept.UNKNOWN;
        }
    }

    private double notifications(DeliveryStatus status) {
        Long count = kept.outbox().get(status);
        return count == null ? Double.NaN : count;
    }

    private double unresolved() {
        return kept.unresolved();
    }

    @Override
    public void close() {
        collections.close();
        registry.close();
    }
}
