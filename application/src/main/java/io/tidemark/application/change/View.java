package io.tidemark.application.change;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.change.ChangeSettings;
import io.tidemark.domain.timing.TimeRange;
import java.time.Duration;

/**
 * How an operation is looked at.
 *
 * @param range over which time
 * @param step whole minutes that are one value
 * @param percentile of the durations of a step: from 0 to 1
 * @param settings how sure and how large a change must be
 */
public record View(TimeRange range, Duration step, double percentile, ChangeSettings settings) {
    public View {
        requireNonNull(range, "range");
        requireNonNull(step, "step");
        requireNonNull(settings, "settings");
        if (!(percentile >= 0 && percentile <= 1)) {
            throw new IllegalArgumentException("percentile %s must be from 0 to 1".formatted(percentile));
        }
    }
}
