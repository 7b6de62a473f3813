package io.tidemark.bootstrap.http;

import io.javalin.http.Context;
import io.tidemark.application.Tidemark;
import io.tidemark.application.record.RecorderReport;
import io.tidemark.bootstrap.http.HealthApi.HealthJson;
import io.tidemark.bootstrap.http.Parts.About;
import io.tidemark.bootstrap.http.openapi.Call;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What runs here and how it goes. */
final class StatusApi {
    private final Parts parts;

    StatusApi(Parts parts) {
        this.parts = parts;
    }

    void register(Calls calls) {
        calls.add(
                Call.get("/api/v1/status")
                        .says("Tells what runs here and how it goes.")
                        .answers(StatusJson.class),
                this::status);
    }

    private void status(Context ctx) {
        About about = parts.about();
        Map<String, Long> outbox = new TreeMap<>();
        parts.outbox().depth().forEach((status, count) -> outbox.put(status.word(), count));
        ctx.json(new StatusJson(
                about.version(),
                about.startedAt(),
                Duration.between(about.startedAt(), about.clock().instant()).toSeconds(),
                about.storage(),
                RecorderJson.of(parts.tidemark()),
                outbox,
                HealthApi.json(parts.checks().destinations().get())));
    }

    record StatusJson(
            String version,
            Instant startedAt,
            long uptimeSeconds,
            String storage,
            RecorderJson recorder,
            Map<String, Long> outbox,
            Map<String, HealthJson> destinations) {}

    record RecorderJson(long written, long journaled, Map<String, Long> lost, long heldBack) {
        static RecorderJson of(Tidemark tidemark) {
            RecorderReport report = tidemark.report();
            Map<String, Long> lost = new TreeMap<>();
            report.lost().forEach((loss, count) -> lost.put(loss.name().toLowerCase(Locale.ROOT), count));
            return new RecorderJson(report.written(), report.journaled(), lost, tidemark.heldBack());
        }
    }
}
