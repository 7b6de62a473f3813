package io.tidemark.domain.alert;

/** What kind of thing a person should know. */
public enum AlertType {
    THRESHOLD_EXCEEDED,
    ANOMALY,
    DEGRADATION,
    CORRELATED_DEGRADATION,
    HEALTH,
    CHANNEL_DOWN,
    BASELINE_APPROVAL,
    SYSTEM
}
