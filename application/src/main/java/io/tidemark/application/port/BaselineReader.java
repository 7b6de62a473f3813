package io.tidemark.application.port;

import io.tidemark.domain.baseline.ActiveBaseline;
import java.util.List;

/** Tells which baselines are active. */
public interface BaselineReader {
    /** All active baselines, by operation, then branch, the operation as a whole first; empty when there are none. */
    List<ActiveBaseline> active();
}
