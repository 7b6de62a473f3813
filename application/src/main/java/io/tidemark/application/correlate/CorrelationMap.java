package io.tidemark.application.correlate;

import static java.util.Objects.requireNonNull;

import io.tidemark.domain.correlation.Affinities;

/**
 * Which operations move together, with how alike they are each to each.
 *
 * @param report which ones do
 * @param affinities how alike, of as many operations as were asked for
 * @param operations how many operations there are
 */
public record CorrelationMap(CorrelationReport report, Affinities affinities, int operations) {
    public CorrelationMap {
        requireNonNull(report, "report");
        requireNonNull(affinities, "affinities");
    }
}
