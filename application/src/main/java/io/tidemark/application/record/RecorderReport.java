package io.tidemark.application.record;

import java.util.Map;

/**
 * What became of the timings that were recorded.
 *
 * @param written how many were stored
 * @param lost how many were not, by reason; reasons without any are left out
 */
public record RecorderReport(long written, Map<Loss, Long> lost) {
    public RecorderReport {
        lost = Map.copyOf(lost);
    }

    public long lostInAll() {
        return lost.values().stream().mapToLong(Long::longValue).sum();
    }
}
