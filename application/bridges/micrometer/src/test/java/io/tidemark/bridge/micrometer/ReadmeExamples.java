package io.tidemark.bridge.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.observation.ObservationRegistry;
import io.tidemark.application.Tidemark;

/** The code that the README shows. */
final class ReadmeExamples {
    private ReadmeExamples() {}

    static void timers(Tidemark tidemark) {
        Metrics.addRegistry(new TidemarkMeterRegistry(tidemark));
        Metrics.timer("shop.checkout").record(() -> checkout());
    }

    static void observations(Tidemark tidemark, ObservationRegistry observations) {
        observations.observationConfig().observationHandler(new TidemarkObservationHandler(tidemark));
    }

    static void figures(Tidemark tidemark, MeterRegistry registry) {
        new TidemarkMetrics(tidemark).bindTo(registry);
    }

    private static void checkout() {}
}
