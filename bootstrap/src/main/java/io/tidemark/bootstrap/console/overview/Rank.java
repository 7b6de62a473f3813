package io.tidemark.bootstrap.console.overview;

import io.tidemark.application.overview.OperationOverview;
import io.tidemark.domain.baseline.ActiveBaseline;
import io.tidemark.domain.baseline.Baseline;
import io.tidemark.domain.percentile.Distribution;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * The place of an operation among the others.
 *
 * @param standing how it does now
 * @param badness the p99 of the last minutes in multiples of the normal one; 0 when either is not known
 * @param operation its name
 */
record Rank(Standing standing, double badness, String operation) {
    static final Comparator<Rank> WORST_FIRST = Comparator.comparing(Rank::standing)
            .thenComparing(Comparator.comparingDouble(Rank::badness).reversed())
            .thenComparing(Rank::operation);

    static Rank of(OperationOverview overview, @Nullable Distribution recent) {
        ActiveBaseline active = overview.baseline();
        Baseline baseline = active == null ? null : active.baseline();
        double badness =
                recent == null || baseline == null ? 0 : recent.percentiles().p99() / baseline.p99Micros();
        return new Rank(Standing.of(recent, baseline), badness, overview.operation());
    }
}
