package io.tidemark.application.record;

import java.util.List;

/**
 * What became of the rows that were handed in.
 *
 * @param stored how many are stored
 * @param refusals why the others are not, by row; a row may break several rules
 */
public record IntakeReport(int stored, List<Refusal> refusals) {
    public IntakeReport {
        refusals = List.copyOf(refusals);
    }
}
