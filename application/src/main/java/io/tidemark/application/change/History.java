package io.tidemark.application.change;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.change.ChangePoint;
import io.tidemark.domain.series.Series;
import java.util.List;

/**
 * How the level of an operation went.
 *
 * @param calm durations in microseconds, without the rhythm of day and week
 * @param points where the level changed: indexes are those of {@code calm}
 */
public record History(Series calm, List<ChangePoint> points) {
    public History {
        requireNonNull(calm, "calm");
        points = List.copyOf(points);
    }
}
