package io.tidemark.bridge.micrometer;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.tidemark.application.Tidemark;
import io.tidemark.application.record.Loss;
import java.util.Locale;

/**
 * What became of an application's timings, as meters: {@code tidemark.timings.written}, {@code tidemark.timings.lost} by
 * {@code reason}, and {@code tidemark.timings.held.back}.
 *
 * <pre>{@code
 * new TidemarkMetrics(tidemark).bindTo(registry);
 * }</pre>
 */
public final class TidemarkMetrics implements MeterBinder {
    private final Tidemark tidemark;

    public TidemarkMetrics(Tidemark tidemark) {
        this.tidemark = requireNonNull(tidemark, "tidemark");
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        FunctionCounter.builder(
                        "tidemark.timings.written",
                        tidemark,
                        counted -> counted.report().written())
                .description("Timings that were stored")
                .register(registry);
        for (Loss loss : Loss.values()) {
            FunctionCounter.builder(
                            "tidemark.timings.lost",
                            tidemark,
                            counted -> counted.report().lost().getOrDefault(loss, 0L))
                    .description("Timings that were not stored")
                    .tag("reason", loss.name().toLowerCase(Locale.ROOT))
                    .register(registry);
        }
        FunctionCounter.builder("tidemark.timings.held.back", tidemark, Tidemark::heldBack)
                .description("Slow timings that nothing was decided about")
                .register(registry);
    }
}
