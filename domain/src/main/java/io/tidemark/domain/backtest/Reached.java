package io.tidemark.domain.backtest;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;

/**
 * How far a step of the past went: the rule fires at it with any setting below its score.
 *
 * @param at when the step starts
 * @param length how long it is: a minute, or an hour where the past is known no finer
 * @param score the worst of its timings, in the measure of the rule's setting
 * @param micros that timing, or for {@link Rule#STREAM} the mean
 * @param against what it was held against, in words
 */
public record Reached(Instant at, Duration length, double score, double micros, String against) {
    public Reached {
        requireNonNull(at, "at");
        requireNonNull(length, "length");
        requireNonNull(against, "against");
    }

    Instant end() {
        return at.plus(length);
    }
}
