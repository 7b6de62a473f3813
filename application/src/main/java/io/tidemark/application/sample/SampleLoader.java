package io.tidemark.application.sample;

import io.tidemark.application.baseline.Baselines;
import io.tidemark.application.port.Storage;
import io.tidemark.application.sample.SampleData.Series;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.timing.Scope;
import java.time.Clock;
import java.util.List;

/** Loads the sample data into a storage, and calculates the baselines of its operations. */
public final class SampleLoader {
    private static final String BY = "sample";

    private final Storage storage;
    private final Baselines baselines;
    private final Clock clock;

    public SampleLoader(Storage storage, Baselines baselines, Clock clock) {
        this.storage = storage;
        this.baselines = baselines;
        this.clock = clock;
    }

    /**
     * Loads everything.
     *
     * @param besides whether to load it although there are other timings, which then count in the baselines as well
     * @return the baselines of its five operations, by operation
     * @throws SampleRefusedException when there are timings already
     */
    public synchronized List<ActiveBaseline> load(boolean besides) {
        long known = storage.rollups().counts().values().stream()
                .mapToLong(Long::longValue)
                .sum();
        if (known > 0 && !besides) {
            throw new SampleRefusedException(known);
        }
        SampleData sample = new SampleData(clock.instant());
        storage.timings().append(sample.timings());
        storage.merges().append(sample.merges());
        storage.traces().append(sample.trace());
        return sample.series().stream().map(this::learn).toList();
    }

    private ActiveBaseline learn(Series series) {
        return baselines.calculate(
                Scope.of(series.operation()),
                baselines.policy(series.operation()).withMultiplier(series.multiplier()),
                BY);
    }
}
