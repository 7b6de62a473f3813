package io.tidemark.domain.anomaly;

/** Whether an operation got slower: a {@link Degradation} says by how much, {@link NoVerdict} why nobody knows. */
public sealed interface DegradationVerdict permits Degradation, NoVerdict {}
