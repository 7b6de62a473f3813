package io.tidemark.application.change;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.change.ChangePoints;
import io.tidemark.domain.change.ChangeSettings;
import io.tidemark.domain.change.LevelShift;
import io.tidemark.domain.change.ShiftPolicy;
import io.tidemark.domain.series.Series;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The level of an operation over the last weeks, of which several things can be asked and which is read once.
 *
 * @param operation whose
 * @param medians those of its hours, in microseconds
 * @param policy what counts as a lasting shift
 */
public record RecentLevel(String operation, Series medians, ShiftPolicy policy) {
    public RecentLevel {
        requireNonNull(operation, "operation");
        requireNonNull(medians, "medians");
        requireNonNull(policy, "policy");
    }

    /** The shift for the worse that stands. */
    public Optional<StandingShift> standing() {
        return policy.standing(operation, medians).map(this::explained);
    }

    /** How it went. */
    public History history(ChangeSettings settings) {
        Series calm = policy.calm(medians);
        return new History(calm, ChangePoints.of(calm, settings));
    }

    private StandingShift explained(LevelShift shift) {
        List<Double> calm = Arrays.stream(policy.calm(medians).values())
                .filter(Double::isFinite)
                .boxed()
                .toList();
        return new StandingShift(shift, shift.why(policy, calm));
    }
}
