package io.tidemark.bridge.micrometer;

import static java.util.Objects.requireNonNull;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.cumulative.CumulativeTimer;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.distribution.pause.PauseDetector;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.tidemark.application.Tidemark;
import io.tidemark.domain.timing.Context;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * A registry whose timers record each run as a timing too.
 *
 * <pre>{@code
 * Metrics.addRegistry(new TidemarkMeterRegistry(tidemark));
 * }</pre>
 *
 * <p>The operation is called as the timer; its tag {@code branch}, if it has one, is the branch of the timing. Other tags
 * are left out: timers that differ in them only are one operation. Which timers are recorded, and under which names, is
 * said by the registry's own {@link io.micrometer.core.instrument.config.MeterFilter filters}. A name that breaks
 * Tidemark's rules is counted as lost. Other meters are kept in memory, as in the {@link SimpleMeterRegistry}.
 */
public final class TidemarkMeterRegistry extends SimpleMeterRegistry {
    private final Tidemark tidemark;

    public TidemarkMeterRegistry(Tidemark tidemark) {
        this.tidemark = requireNonNull(tidemark, "tidemark");
    }

    @Override
    protected Timer newTimer(Meter.Id id, DistributionStatisticConfig distribution, PauseDetector pauses) {
        return new RecordedTimer(id, distribution, pauses);
    }

    private final class RecordedTimer extends CumulativeTimer {
        private final Context context;

        RecordedTimer(Meter.Id id, DistributionStatisticConfig distribution, PauseDetector pauses) {
            super(id, TidemarkMeterRegistry.this.clock, distribution, pauses, getBaseTimeUnit());
            String branch = id.getTag(Branches.KEY);
            context = branch == null ? tidemark.context() : Branches.onBranch(tidemark.context(), branch);
        }

        @Override
        protected void recordNonNegative(long amount, TimeUnit unit) {
            super.recordNonNegative(amount, unit);
            tidemark.record(getId().getName(), Duration.ofNanos(unit.toNanos(amount)), context);
        }
    }
}
