package io.tidemark.application.record;

import java.util.Map;

/**
 * What became of the timings that were recorded.
 *
 * @param written how many were stored, with those that an earlier run had left in the journal
 * @param journaled how many are safe in the journal, and not stored yet: neither written nor lost
 * @param lost how many were not stored, and will not be, by reason; reasons without any are left out
 */
public record RecorderReport(long written, long journaled, Map<Loss, Long> lost) {
    public RecorderReport {
        lost = Map.copyOf(lost);
    }

    /** Of a recorder without a journal. */
    public RecorderReport(long written, Map<Loss, Long> lost) {
        this(written, 0, lost);
    }

    RecorderReport withJournaled(long timings) {
        return new RecorderReport(written, timings, lost);
    }

    public long lostInAll() {
        return lost.values().stream().mapToLong(Long::longValue).sum();
    }
}
