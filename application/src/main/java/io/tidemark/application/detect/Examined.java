package io.tidemark.application.detect;

/** What became of looking at an operation: {@link Findings}, or {@link Unexamined} when it failed. */
public sealed interface Examined permits Findings, Unexamined {
    String operation();
}
