package io.tidemark.application.journal;

import io.tidemark.domain.timing.Timing;
import java.util.List;

/** Is told what became of timings that were handed in. */
public interface Outcomes {
    void stored(List<Timing> timings);

    /** They were not stored, and never will be. */
    void refused(List<Timing> timings, RuntimeException why);
}
