package io.tidemark.domain.alert;

/**
 * The figures that an alert shows: its own copy, as it outlives the timing that caused it.
 *
 * @param actualMicros how long the timing took
 * @param baselineP99Micros the p99 it was held against
 * @param multiplier actual ÷ p99
 */
public record Figures(long actualMicros, double baselineP99Micros, double multiplier) {}
