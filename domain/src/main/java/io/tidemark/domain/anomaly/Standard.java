package io.tidemark.domain.anomaly;

/** What the timings of a window say is normal: a {@link Yardstick}, or {@link NoVerdict} when they do not say. */
public sealed interface Standard permits Yardstick, NoVerdict {}
