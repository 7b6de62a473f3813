package io.tidemark.domain.baseline;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How far the baselines can be trusted.
 *
 * @param coverage how many operations have one
 * @param effectiveness what became of the alerts that they raised
 * @param baselines how each of them is, by operation, then branch
 */
public record BaselineHealth(Coverage coverage, Effectiveness effectiveness, List<OfScope> baselines) {
    public BaselineHealth {
        requireNonNull(coverage, "coverage");
        requireNonNull(effectiveness, "effectiveness");
        baselines = List.copyOf(baselines);
    }

    /**
     * How many operations have a baseline.
     *
     * @param covered tracked operations with an active baseline
     * @param timed tracked operations with timings
     * @param tracked tracked operations
     */
    public record Coverage(int covered, int timed, int tracked) {}

    /**
     * What became of the alerts about timings that broke a baseline, as far as anybody said.
     *
     * @param raised how many there were
     * @param useful how many somebody acknowledged, but for noise
     * @param noise how many somebody called noise, or accepted as normal
     */
    public record Effectiveness(long raised, long useful, long noise) {}

    /**
     * How one baseline is.
     *
     * @param active the baseline
     * @param checkedAt when it was last found to hold, or made
     * @param freshness how long ago that is
     * @param held why it stays although its time is over, or null: what keeps it as it is
     * @param reference the latest one pinned for its scope, or null
     */
    public record OfScope(
            ActiveBaseline active,
            Instant checkedAt,
            Freshness freshness,
            @Nullable String held,
            @Nullable Reference reference) {
        public OfScope {
            requireNonNull(active, "active");
            requireNonNull(checkedAt, "checkedAt");
            requireNonNull(freshness, "freshness");
        }

        /** By how many percent it lies above its reference; empty without one. */
        public Optional<Double> creepPercent() {
            return Optional.ofNullable(reference).map(pinned -> pinned.percentAbove(active.baseline()));
        }

        /** Whether a creep is worth a look. */
        public boolean isCrept() {
            return reference != null && reference.isCrept(active.baseline());
        }
    }
}
