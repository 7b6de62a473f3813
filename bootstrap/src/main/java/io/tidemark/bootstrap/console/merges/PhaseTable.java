package io.tidemark.bootstrap.console.merges;

import io.tidemark.bootstrap.console.frame.Wording;
import io.tidemark.bootstrap.console.merges.MergesView.PhaseLine;
import io.tidemark.domain.merge.MergePhase;
import io.tidemark.domain.merge.MergeTimes;
import java.util.Arrays;
import java.util.List;

/** The figures of each phase. */
final class PhaseTable {
    private PhaseTable() {}

    static List<PhaseLine> of(MergeTimes times) {
        return Arrays.stream(MergePhase.values())
                .map(phase -> new PhaseLine(
                        Words.of(phase),
                        PhaseBar.look(phase),
                        Words.percent(times.average().share(phase)),
                        Wording.duration(times.average().of(phase)),
                        Wording.duration(times.p99().of(phase)),
                        Wording.duration(times.longest().of(phase))))
                .toList();
    }
}
