package io.tidemark.bootstrap.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.tidemark.domain.trace.Span;
import io.tidemark.domain.trace.SpanStatus;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The SDK that applications use, pointed at the daemon. */
class OpenTelemetrySdkTest {
    private final RunningDaemon daemon = RunningDaemon.start();
    private final OtlpHttpSpanExporter exporter = OtlpHttpSpanExporter.builder()
            .setEndpoint(daemon.address().resolve("/v1/traces").toString())
            .setCompression("gzip")
            .build();
    private final SdkTracerProvider provider = SdkTracerProvider.builder()
            .setResource(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), "shop")))
            .addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
            .build();
    private final Tracer tracer = provider.get("shop.orders", "1.2");

    @AfterEach
    void stop() {
        provider.close();
        daemon.close();
    }

    @Test
    void spans_arriveAsATreeWithTheirTimings() {
        Instant start = RunningDaemon.NOW.minusSeconds(5);
        var root = tracer.spanBuilder("place order")
                .setSpanKind(SpanKind.SERVER)
                .setStartTimestamp(start)
                .setAttribute("session.id", "s-1")
                .startSpan();
        var query = tracer.spanBuilder("select * from orders where id = 42")
                .setParent(Context.root().with(root))
                .setStartTimestamp(start.plusMillis(10))
                .setAttribute("db.system.name", "postgresql")
                .setAttribute("db.operation.name", "SELECT")
                .setAttribute("db.collection.name", "orders")
                .setAttribute("db.response.returned_rows", 7)
                .startSpan();
        query.recordException(new IllegalStateException("no connection"));
        query.setStatus(StatusCode.ERROR, "gone");
        query.end(start.plusMillis(30));
        root.end(start.plusMillis(50));

        assertThat(provider.forceFlush().join(20, TimeUnit.SECONDS).isSuccess()).isTrue();

        List<Span> spans = daemon.spans(root.getSpanContext().getTraceId());
        assertThat(spans).extracting(span -> span.work().operation()).containsExactly("place order", "SELECT orders");
        assertThat(spans.get(1).work().name()).isEqualTo("select");
        assertThat(spans.get(1).parentId()).isEqualTo(root.getSpanContext().getSpanId());
        assertThat(spans.get(1).state().status()).isEqualTo(SpanStatus.FAILED);
        assertThat(daemon.log().timings())
                .extracting(timing -> "%s %d %s %s"
                        .formatted(
                                timing.operation(),
                                timing.durationMicros(),
                                timing.context().user(),
                                timing.context().details().resources().rowsAffected()))
                .containsExactlyInAnyOrder("place order 50000 shop null", "SELECT orders 20000 shop 7");
    }
}
