package io.tidemark.domain.backtest;

import io.tidemark.domain.percentile.Sketch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A rule that is shown the past step by step, in order of time, and judges each step by what came before. */
interface Replay {
    /** How far a step went; empty when too little was known by then. */
    Optional<Reached> reached(Instant at, Duration length, Sketch timings);
}
