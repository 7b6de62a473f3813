package io.tidemark.domain.merge;

/** How a duration stands to what was agreed. */
public enum SlaStatus {
    OK,
    DEGRADED,
    CRITICAL
}
