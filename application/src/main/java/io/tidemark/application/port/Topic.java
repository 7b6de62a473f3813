package io.tidemark.application.port;

/** What may have changed. */
public enum Topic {
    OUTBOX,
    BASELINES,
    ROUTES,
    JOBS,
    TOKENS,
    DESTINATIONS,
    SILENCES,
    WINDOWS
}
